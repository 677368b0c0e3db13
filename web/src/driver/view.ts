import type { Knows } from "./device/place.ts";
import type { Day, Entry, Outcome, Refused, Tour } from "./logic/model.ts";
import type { News } from "./logic/wishes.ts";

/** The last outcome, while it can be taken back. */
export interface Undo {
  readonly ids: readonly string[];
  readonly outcome: Outcome;
  readonly address: string;
}

/** The delivery that a photo may be added to: the last one. */
export interface PhotoOffer {
  readonly parcels: readonly string[];
  readonly address: string;
  readonly state: "offered" | "kept" | "unreadable";
}

/** Everything that the screen is drawn from. */
export interface AppView {
  readonly screen: "loading" | "login" | "away" | "day";
  /** What the server last said, and when that was. */
  readonly day: Day | undefined;
  readonly asOf: number | undefined;
  /** The tour with what is still waiting to be sent. */
  readonly tour: Tour | undefined;
  readonly unsent: readonly Entry[];
  readonly waiting: number;
  readonly refused: readonly Refused[];
  readonly online: boolean;
  readonly place: Knows;
  /** The tour for which this phone sends its place. */
  readonly sharing: string | undefined;
  /** The stop that the driver wants to do next. */
  readonly wished: string | undefined;
  readonly undo: Undo | undefined;
  readonly photo: PhotoOffer | undefined;
  /** What recipients ask for since the driver last understood it. */
  readonly news: readonly News[];
}

export const EMPTY: AppView = {
  screen: "loading",
  day: undefined,
  asOf: undefined,
  tour: undefined,
  unsent: [],
  waiting: 0,
  refused: [],
  online: true,
  place: "off",
  sharing: undefined,
  wished: undefined,
  undo: undefined,
  photo: undefined,
  news: [],
};
