import type { Place, WayPoint } from "../live/message.ts";
import { between, metres, metresEast } from "./geo.ts";

/** A released position: where the van was, and when, in milliseconds of the server's clock. */
export interface Released extends Place {
  readonly observedAt: number;
  readonly way: readonly WayPoint[];
}

/** How the van is drawn. */
export interface Drawn {
  readonly place: Place;
  readonly facing: "left" | "right";
  readonly moving: boolean;
}

/** A glide takes at least this long, so that nothing jumps, */
const SHORTEST_MS = 400;
/** and at most this long, so that a page which slept soon tells the truth again. */
const LONGEST_MS = 12_000;
/** A van that moved less than this towards a side does not turn to it. */
const TURN_M = 3;

/**
 * Where the van is drawn. On a line with a clock it is where the clock says. Between single positions it moves at an even
 * pace and reaches each one interval after it is known: it never jumps, and never runs ahead of what is known.
 */
export class Glide {
  #newest: Released;
  #way: Place[];
  #start = 0;
  #duration = 0;
  #facing: "left" | "right" = "right";
  readonly #server: () => number | undefined;

  /** `server` tells the server's clock, in milliseconds. */
  constructor(first: Released, server: () => number | undefined = () => undefined) {
    this.#newest = first;
    this.#way = [first];
    this.#server = server;
  }

  /** The newest position that is known. */
  get newest(): Released {
    return this.#newest;
  }

  /** Learns a position at `now` of the own clock; `own` turns a span of the server's clock into one of the own. */
  add(released: Released, now: number, own: (span: number) => number): void {
    const interval = released.observedAt - this.#newest.observedAt;
    if (interval < 0 || (interval === 0 && released.way.length === 0)) {
      return;
    }
    this.#way = [...this.#rest(now), released];
    this.#newest = released;
    this.#start = now;
    this.#duration = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, own(interval)));
    this.#turn();
  }

  /** How the van is drawn at `now` of the own clock. */
  at(now: number): Drawn {
    const line = this.#onLine();
    if (line) {
      this.#face(line.place, line.next);
      return { place: line.place, facing: this.#facing, moving: line.next !== undefined };
    }
    const [place] = this.#rest(now);
    const moving = now < this.#start + this.#duration && lengthOf(this.#way) > 0;
    return { place: place ?? this.#newest, facing: this.#facing, moving };
  }

  /** Where the clock has the van on its line, and where that leads next. */
  #onLine(): { place: Place; next: Place | undefined } | undefined {
    const { way } = this.#newest;
    const server = this.#server();
    const last = way.at(-1);
    if (!last || server === undefined) {
      return undefined;
    }
    const index = way.findIndex((point) => point.at > server);
    const [from, to] = [way[index - 1], way[index]];
    if (index <= 0 || !from || !to) {
      return { place: index === 0 && to ? to : last, next: index === 0 ? to : undefined };
    }
    return { place: between(from, to, (server - from.at) / (to.at - from.at)), next: to };
  }

  /** The way that is still to go at `now`, beginning where the van is drawn. */
  #rest(now: number): Place[] {
    const line = this.#onLine();
    if (line) {
      return [line.place];
    }
    const share = this.#duration > 0 ? (now - this.#start) / this.#duration : 1;
    if (share >= 1) {
      return [this.#newest];
    }
    return after(this.#way, Math.max(0, share) * lengthOf(this.#way));
  }

  #turn(): void {
    this.#face(this.#way[0], this.#way.at(-1));
  }

  #face(from: Place | undefined, to: Place | undefined): void {
    const east = from && to ? metresEast(from, to) : 0;
    if (Math.abs(east) >= TURN_M) {
      this.#facing = east < 0 ? "left" : "right";
    }
  }
}

/** What is left of a way after the first metres of it. */
function after(way: readonly Place[], gone: number): Place[] {
  let left = gone;
  for (let index = 1; index < way.length; index += 1) {
    const [from, to] = [way[index - 1], way[index]];
    if (!from || !to) {
      break;
    }
    const length = metres(from, to);
    if (left < length) {
      return [between(from, to, left / length), ...way.slice(index)];
    }
    left -= length;
  }
  return way.slice(-1);
}

function lengthOf(way: readonly Place[]): number {
  return way.slice(1).reduce((sum, place, index) => sum + metres(way[index] ?? place, place), 0);
}
