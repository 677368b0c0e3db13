import type { Tour } from "./model.ts";

/**
 * Whether this phone may know its place at all: on a tour under way for which the driver wanted it. Before the start,
 * in a break and after the end nothing is collected, so that there is nothing to be sent or filtered.
 */
export function mayCollect(tour: Tour | undefined, sharing: string | undefined): boolean {
  return tour?.phase === "underway" && tour.id === sharing;
}
