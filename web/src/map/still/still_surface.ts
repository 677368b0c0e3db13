import type { Place } from "../../live/message.ts";
import { trustedWorker } from "../../live/trusted.ts";
import { type Bounds, padding } from "../camera.ts";
import { readPalette } from "../palette.ts";
import { type Anchor, type Move, NEAREST, type Surface, type SurfaceEvents } from "../surface.ts";
import { watchTheme } from "../theme.ts";
import { project, type View, viewOf } from "./view.ts";
import type { Answer, Wanted } from "./worker.ts";
import workerUrl from "./worker.ts?worker&url";

/** A picture finer than this looks the same and takes longer. */
const RATIO_MAX = 2;

/** A sign and where it stands. */
interface Sign {
  readonly element: HTMLElement;
  readonly anchor: Anchor;
  at: Place;
}

/** A still picture of the map, drawn beside the page. Whoever wants to move it gets a map that can be moved. */
export class StillSurface implements Surface {
  readonly #box: HTMLElement;
  readonly #canvas = document.createElement("canvas");
  readonly #events: SurfaceEvents;
  readonly #worker: Worker;
  readonly #signs: Sign[] = [];
  readonly #unwatch: () => void;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #wants = (event: Event) => isWish(event) && this.#events.touched();
  /** Views that are asked for and not drawn yet. */
  readonly #asked = new Map<number, View>();
  #size: { readonly width: number; readonly height: number };
  #view: View;
  #number = 0;
  #isShown = false;
  #settle: ((isDrawn: boolean) => void) | undefined;

  /** Draws the first picture. */
  static async open(
    box: HTMLElement,
    label: string,
    bounds: Bounds,
    events: SurfaceEvents,
  ): Promise<StillSurface> {
    const surface = new StillSurface(box, label, bounds, events);
    const isDrawn = await new Promise<boolean>((settle) => {
      surface.#settle = settle;
    });
    if (!isDrawn) {
      surface.remove();
      throw new Error("the map could not be drawn");
    }
    surface.#isShown = true;
    return surface;
  }

  private constructor(box: HTMLElement, label: string, bounds: Bounds, events: SurfaceEvents) {
    this.#box = box;
    this.#events = events;
    this.#worker = new Worker(trustedWorker(workerUrl), { type: "module" });
    this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#hear(data);
    this.#worker.onerror = () => this.#settle?.(false);
    this.#canvas.className = "still";
    this.#canvas.tabIndex = 0;
    this.#canvas.setAttribute("role", "img");
    this.#canvas.setAttribute("aria-label", label);
    box.prepend(this.#canvas);
    this.#size = { width: box.clientWidth, height: box.clientHeight };
    this.#view = this.#viewOf(bounds);
    const drawnOn = this.#canvas.transferControlToOffscreen();
    this.#ask(this.#view, drawnOn);
    this.#unwatch = watchTheme(() => this.#ask(this.#asked.get(this.#number) ?? this.#view));
    this.#sizes.observe(box);
    for (const wish of WISHES) {
      this.#canvas.addEventListener(wish, this.#wants, { passive: true });
    }
  }

  get zoom(): number {
    return this.#view.zoom;
  }

  get size() {
    return this.#size;
  }

  get isMoving(): boolean {
    return this.#asked.size > 0;
  }

  put(element: HTMLElement, anchor: Anchor, at: Place): Move {
    const sign = { element, anchor, at };
    this.#signs.push(sign);
    element.classList.add("sign");
    this.#box.append(element);
    this.#stand(sign);
    return (to) => {
      sign.at = to;
      this.#stand(sign);
    };
  }

  project(place: Place) {
    return project(place, this.#view);
  }

  zoomOf(bounds: Bounds): number {
    return this.#viewOf(bounds).zoom;
  }

  fit(bounds: Bounds): void {
    this.#ask(this.#viewOf(bounds));
  }

  remove(): void {
    this.#unwatch();
    this.#sizes.disconnect();
    this.#worker.terminate();
    this.#canvas.remove();
  }

  #viewOf(bounds: Bounds): View {
    return viewOf(bounds, this.#size, padding(this.#size.width, this.#size.height), NEAREST);
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#box;
    const isOther = width !== this.#size.width || height !== this.#size.height;
    if (this.#isShown && isOther && width > 0 && height > 0) {
      this.#size = { width, height };
      this.#events.resized();
    }
  }

  #ask(view: View, canvas?: OffscreenCanvas): void {
    this.#number += 1;
    this.#asked.set(this.#number, view);
    const wanted: Wanted = {
      number: this.#number,
      view,
      ratio: Math.min(window.devicePixelRatio, RATIO_MAX),
      palette: readPalette(this.#box),
      language: document.documentElement.lang || "en",
      ...(canvas ? { canvas } : {}),
    };
    this.#worker.postMessage(wanted, canvas ? [canvas] : []);
  }

  /** Signs move together with the picture below them. */
  #hear({ number, isDrawn }: Answer): void {
    const view = this.#asked.get(number);
    this.#asked.delete(number);
    if (isDrawn && view && number === this.#number) {
      this.#view = view;
      for (const sign of this.#signs) {
        this.#stand(sign);
      }
      this.#events.viewed();
    }
    this.#settle?.(isDrawn);
  }

  #stand({ element, anchor, at }: Sign): void {
    const { x, y } = this.project(at);
    const up = anchor === "center" ? "-50%" : "0";
    element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, ${up})`;
  }
}

const WISHES = ["pointerenter", "pointerdown", "touchstart", "wheel", "focus"] as const;

/** Whether someone wants to move the map: one finger on the small map scrolls the page. */
function isWish(event: Event): boolean {
  if (event instanceof PointerEvent) {
    return event.pointerType !== "touch";
  }
  return !("touches" in event) || (event as TouchEvent).touches.length > 1;
}
