/** What recipients ask for, and that this phone showed it. */
import { isOpen, openParcels } from "./expect.ts";
import type { Happening, Parcel, Stop, Tour } from "./model.ts";

/** A parcel of which something is asked that this phone has not shown yet. */
export interface News {
  readonly stop: Stop;
  readonly parcel: Parcel;
}

/** What is asked for and was not shown yet, while the tour is under way: outside it nothing is told of its driver. */
export function news(tour: Tour | undefined): readonly News[] {
  if (tour?.phase !== "underway" && tour?.phase !== "on_break") {
    return [];
  }
  return tour.stops.filter(isOpen).flatMap((stop) =>
    openParcels(stop)
      .filter(({ wishesVersion, wishesSeen }) => wishesVersion > 0 && !wishesSeen)
      .map((parcel) => ({ stop, parcel })),
  );
}

/** That this phone showed it. */
export function seen({ parcel }: News): Happening {
  return { kind: "instruction_seen", parcel: parcel.id, version: parcel.wishesVersion };
}

/** What tells one piece of news from another. */
export function newsKey({ parcel }: News): string {
  return `${parcel.id} ${parcel.wishesVersion}`;
}
