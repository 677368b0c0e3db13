/** The shapes that the driver's interface speaks in. */
import type { Place } from "../../live/message.ts";

/** How a try to deliver ended. */
export const OUTCOMES = [
  "delivered_to_recipient",
  "delivered_to_neighbour",
  "delivered_to_safe_place",
  "delivered_to_mailbox",
  "delivered_to_pickup_point",
  "failed_not_home",
  "failed_refused",
  "failed_address_not_found",
  "failed_no_access",
  "failed_no_time",
  "failed_damaged",
  "failed_missing",
  "failed_verification",
  "failed_other",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Phase = "not_started" | "underway" | "on_break" | "ended";
export type StopState = "remaining" | "arrived" | "served" | "skipped" | "removed";

/** What the recipient wants to be done with the parcel. */
export type Instruction =
  | { readonly is: "safe_place"; readonly safePlace: string; readonly note: string | undefined }
  | { readonly is: "neighbour"; readonly neighbour: string; readonly house: string | undefined };

/** Where exactly a safe place is. */
export interface Mark {
  readonly pin: Place | undefined;
  /** The name of a photo of it. */
  readonly photo: string | undefined;
}

/** How to get to the door, as the recipient says. */
export interface Access {
  readonly doorbell: string | undefined;
  readonly floor: string | undefined;
  readonly way: string | undefined;
}

/** What is known of the code that a recipient tells, where a parcel is handed over only against one. */
export interface DoorCode {
  readonly verified: boolean;
  readonly triesLeft: number;
}

export interface Parcel {
  readonly id: string;
  readonly trackingNumber: string;
  readonly kind: string;
  readonly recipient: string | undefined;
  /** Who may take it in for the recipient, by the names that the recipient gave; one without has none. */
  readonly takers: readonly string[];
  readonly doorCode: DoorCode | undefined;
  readonly instruction: Instruction | undefined;
  readonly mark: Mark | undefined;
  readonly access: Access | undefined;
  /** Before when the recipient asks the driver not to come. */
  readonly notBefore: number | undefined;
  /** How often the recipient changed what they ask for. */
  readonly wishesVersion: number;
  /** Whether the server knows that this phone showed it. */
  readonly wishesSeen: boolean;
  readonly outcome: Outcome | undefined;
  /** Whether a photo of its delivery may be added. */
  readonly photo: boolean;
}

/** A photo of a delivery that waits to be sent. */
export interface Photo {
  readonly parcel: string;
  /** The same photo sent twice is known again by it. */
  readonly id: string;
  /** When it was taken, in milliseconds since 1970. */
  readonly at: number;
  readonly jpeg: ArrayBuffer;
}

export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Stop {
  readonly id: string;
  readonly address: string;
  readonly note: string | undefined;
  readonly place: Place | undefined;
  readonly state: StopState;
  readonly arrivedAt: number | undefined;
  readonly plannedArrival: number | undefined;
  readonly window: Span | undefined;
  readonly forecast: Span | undefined;
  readonly parcels: readonly Parcel[];
}

export interface Tour {
  readonly id: string;
  readonly reference: string;
  readonly phase: Phase;
  readonly since: number | undefined;
  /** How many people have the map open. */
  readonly watchers: number;
  /** Whether the driver closed the map for everyone. */
  readonly mapHidden: boolean;
  readonly stops: readonly Stop[];
}

/** The driver's day: who drives, and the tour where there is one. */
export interface Day {
  readonly driver: string;
  readonly tour: Tour | undefined;
}

/** Something that happened, to be sent to the server. */
export type Happening =
  | { readonly kind: "started" | "break_begun" | "break_ended" | "map_hidden" | "map_shown" | "ended" }
  | { readonly kind: "fix"; readonly lat: number; readonly lon: number; readonly accuracy_m?: number }
  | { readonly kind: "arrived" | "skipped"; readonly stop: string }
  | { readonly kind: "instruction_seen"; readonly parcel: string; readonly version: number }
  | { readonly kind: "delivered" | "attempted"; readonly parcel: string; readonly outcome: Outcome };

/** A happening with its identity and instant; `tour` names the tour it belongs to. */
export interface Entry {
  readonly id: string;
  readonly tour: string;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  /** It may be taken back until then, and is not sent before. */
  readonly heldUntil: number;
  readonly what: Happening;
}

/** An entry or a photo that the server did not take, and why. */
export interface Refused {
  readonly id: string;
  readonly code: string;
  readonly entry: { readonly at: number; readonly what: Happening | { readonly kind: "photo" } };
}

/** Whether an outcome is a delivery. */
export function isDelivery(outcome: Outcome): boolean {
  return outcome.startsWith("delivered_");
}
