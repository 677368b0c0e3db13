import type { Place, WayPoint } from "../live/message.ts";
import { between } from "./geo.ts";

/** Where the van is on a line, and where the line leads next; nothing more at its end. */
export interface OnLine {
  readonly place: Place;
  readonly next: Place | undefined;
}

/** Where the server's clock has the van on its line; nowhere without a line or a clock. */
export function onLine(way: readonly WayPoint[], server: number | undefined): OnLine | undefined {
  const [first] = way;
  const last = way.at(-1);
  if (!first || !last || server === undefined) {
    return undefined;
  }
  const index = way.findIndex((point) => point.at > server);
  const [from, to] = [way[index - 1], way[index]];
  if (!to) {
    return { place: last, next: undefined };
  }
  return { place: from ? between(from, to, (server - from.at) / (to.at - from.at)) : first, next: to };
}
