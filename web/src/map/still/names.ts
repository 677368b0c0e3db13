import { isLargeStreet, namedIn } from "../style_labels.ts";
import type { Picture, Placed } from "./painter.ts";
import type { Feature } from "./tiles.ts";
import type { Point } from "./view.ts";

type Pen = OffscreenCanvasRenderingContext2D;

const SIZE_PX = 11;
const WATER_PX = 13;
const HALO_PX = 2.6;
/** Free space around a name. */
const ROOM_PX = 4;
/** No name turns more than this from one letter to the next. */
const TURN_MAX = (35 * Math.PI) / 180;
/** Letters that can stand one by one; those of other scripts change with their neighbours. */
const SINGLE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u;

/** A piece of a name: where its middle stands, and how it is turned. */
interface Letter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

/** Writes the names of streets along them, the large ones first, and those of waters; none over another. */
export function paintNames(pen: Pen, picture: Picture, tiles: readonly Placed[]): void {
  const { zoom } = picture.view;
  const taken: Letter[] = [];
  for (const isLarge of [true, false]) {
    pen.font = `${isLarge ? 600 : 500} ${SIZE_PX}px Figtree, system-ui, sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    const isSize = (street: Feature["properties"]) => isLargeStreet(street) === isLarge;
    const streets = zoom >= (isLarge ? 12 : 14) ? named(picture, tiles, "street_labels", isSize) : [];
    for (const { name, line } of streets) {
      const letters = along(pen, name, line);
      if (letters && isFree(letters, taken, picture)) {
        write(pen, letters, picture);
        taken.push(...letters);
      }
    }
  }
  paintWaters(pen, picture, tiles, taken);
}

function paintWaters(pen: Pen, picture: Picture, tiles: readonly Placed[], taken: Letter[]): void {
  pen.font = `italic 500 ${WATER_PX}px Figtree, system-ui, sans-serif`;
  pen.fillStyle = picture.palette.labelWater;
  pen.setTransform(picture.ratio, 0, 0, picture.ratio, 0, 0);
  const waters = picture.view.zoom >= 14 ? named(picture, tiles, "water_polygons_labels", () => true) : [];
  for (const { name, line } of waters) {
    const half = pen.measureText(name).width / 2;
    for (const { x, y } of line) {
      const across = [-half, 0, half].map((along) => ({ text: name, x: x + along, y, turn: 0 }));
      if (isFree(across, taken, picture)) {
        pen.fillText(name, x, y);
        taken.push(...across);
      }
    }
  }
}

/** The names of a layer that pass with their lines in pixels, the longest first: it has the most room. */
function named(
  { language }: Picture,
  tiles: readonly Placed[],
  layer: string,
  passes: (properties: Feature["properties"]) => boolean,
) {
  const found: { name: string; line: Point[]; length: number }[] = [];
  for (const { tile, at } of tiles) {
    const unit = at.edge / tile.extent;
    for (const { properties, lines } of tile.features(layer)) {
      const name = namedIn(properties, language);
      if (name && passes(properties)) {
        for (const points of lines) {
          const line = points.map(({ x, y }) => ({ x: at.left + x * unit, y: at.top + y * unit }));
          found.push({ name, line, length: lengthOf(line) });
        }
      }
    }
  }
  return found.sort((one, other) => other.length - one.length);
}

/** The letters of a name in the middle of a line; none where they do not fit or would turn too much. */
function along(pen: Pen, name: string, line: readonly Point[]): Letter[] | undefined {
  const pieces = SINGLE.test(name) ? [...name] : [name];
  const widths = pieces.map((piece) => pen.measureText(piece).width);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const length = lengthOf(line);
  if (line.length < 2 || length < width + 2 * ROOM_PX) {
    return undefined;
  }
  const middle = on(line, length / 2);
  // A name reads from left to right, whichever way its street was drawn.
  const way = Math.cos(middle.turn) < 0 ? [...line].reverse() : line;
  let from = (length - width) / 2;
  const letters = pieces.map((text, index) => {
    const half = (widths[index] ?? 0) / 2;
    const letter = { text, ...on(way, from + half) };
    from += 2 * half;
    return letter;
  });
  const turns = letters
    .slice(1)
    .map(({ turn }, index) => Math.abs(turned(turn - (letters[index]?.turn ?? turn))));
  return turns.every((turn) => turn <= TURN_MAX) ? letters : undefined;
}

/** The point so far along a line, and which way the line runs there. */
function on(line: readonly Point[], far: number): Point & { turn: number } {
  let left = far;
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (!from || !to) {
      break;
    }
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= length || index === line.length - 1) {
      const share = length > 0 ? left / length : 0;
      const turn = Math.atan2(to.y - from.y, to.x - from.x);
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, turn };
    }
    left -= length;
  }
  return { x: line[0]?.x ?? 0, y: line[0]?.y ?? 0, turn: 0 };
}

function isFree(letters: readonly Letter[], taken: readonly Letter[], { view }: Picture): boolean {
  const near = SIZE_PX + ROOM_PX;
  return letters.every(
    ({ x, y }) =>
      x > ROOM_PX &&
      y > ROOM_PX &&
      x < view.width - ROOM_PX &&
      y < view.height - ROOM_PX &&
      taken.every((other) => Math.hypot(other.x - x, other.y - y) > near),
  );
}

function write(pen: Pen, letters: readonly Letter[], { palette, ratio }: Picture): void {
  pen.lineJoin = "round";
  pen.setLineDash([]);
  pen.lineWidth = HALO_PX;
  pen.strokeStyle = palette.labelHalo;
  pen.fillStyle = palette.label;
  for (const draw of ["strokeText", "fillText"] as const) {
    for (const { text, x, y, turn } of letters) {
      const [cos, sin] = [ratio * Math.cos(turn), ratio * Math.sin(turn)];
      pen.setTransform(cos, sin, -sin, cos, ratio * x, ratio * y);
      pen[draw](text, 0, 0);
    }
  }
}

/** An angle between half a turn to the left and half a turn to the right. */
function turned(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

function lengthOf(line: readonly Point[]): number {
  return line
    .slice(1)
    .reduce(
      (sum, { x, y }, index) => sum + Math.hypot(x - (line[index]?.x ?? x), y - (line[index]?.y ?? y)),
      0,
    );
}
