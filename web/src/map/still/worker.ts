/** Draws the still map beside the page: nothing of it holds the page up. */
import fontUrl from "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url";
import { DEEPEST } from "../style.ts";
import { type Picture, paint } from "./painter.ts";
import { Tiles } from "./tiles.ts";
import { tilesOf } from "./view.ts";

/** Asks for a picture; the first one brings what it is drawn on. */
export interface Wanted extends Picture {
  readonly number: number;
  readonly canvas?: OffscreenCanvas;
}

/** The picture of this number was drawn, or could not be. */
export interface Answer {
  readonly number: number;
  readonly isDrawn: boolean;
}

interface Scope {
  readonly fonts?: FontFaceSet;
  onmessage: ((event: MessageEvent<Wanted>) => void) | null;
  postMessage(answer: Answer): void;
}

const scope = globalThis as unknown as Scope;
const tiles = new Tiles();
const font = loadFont();
let canvas: OffscreenCanvas | undefined;
let newest = 0;

scope.onmessage = ({ data }) => {
  canvas ??= data.canvas;
  newest = data.number;
  draw(data).then(
    () => scope.postMessage({ number: data.number, isDrawn: true }),
    () => scope.postMessage({ number: data.number, isDrawn: false }),
  );
};

async function draw(wanted: Wanted): Promise<void> {
  const { view, ratio, number } = wanted;
  const places = tilesOf(view, DEEPEST);
  // A tile that is missing leaves its place empty; the page says in words what matters.
  const asked = places.map((at) => tiles.get(at).catch(() => undefined));
  const [found] = await Promise.all([Promise.all(asked), font]);
  const pen = canvas?.getContext("2d");
  // A newer picture is asked for: this one would only flash by.
  if (!canvas || !pen || number !== newest) {
    return;
  }
  canvas.width = Math.round(view.width * ratio);
  canvas.height = Math.round(view.height * ratio);
  const placed = places.flatMap((at, index) => {
    const tile = found[index];
    return tile ? [{ at, tile }] : [];
  });
  paint(pen, wanted, placed);
}

/** The page's own typeface, where workers have fonts; the device's own otherwise. */
async function loadFont(): Promise<void> {
  try {
    scope.fonts?.add(await new FontFace("Figtree", `url(${fontUrl})`, { weight: "300 900" }).load());
  } catch {
    // The names stand there in the device's own typeface.
  }
}
