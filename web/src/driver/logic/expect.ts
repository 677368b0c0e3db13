/** What is next, and what will most likely happen there. */
import { type Instruction, isDelivery, type Outcome, type Parcel, type Stop, type Tour } from "./model.ts";

/** Whether a stop is still to be served. */
export function isOpen(stop: Stop): boolean {
  return stop.state === "remaining" || stop.state === "arrived";
}

/** The stop that the driver is at or goes to next: the one wished for, else the one arrived at, else the first. */
export function nextStop(tour: Tour, wished: string | undefined): Stop | undefined {
  const open = [...tour.stops.filter(isOpen), ...tour.stops.filter((stop) => stop.state === "skipped")];
  return open.find((stop) => stop.id === wished) ?? open.find((stop) => stop.state === "arrived") ?? open[0];
}

/** The stop after that one. */
export function stopAfter(tour: Tour, next: Stop): Stop | undefined {
  const rest: Tour = { ...tour, stops: tour.stops.filter((stop) => stop.id !== next.id) };
  return nextStop(rest, undefined);
}

/** How many stops are done, of how many. */
export function progress(tour: Tour): { done: number; total: number; open: number } {
  const counted = tour.stops.filter((stop) => stop.state !== "removed");
  const done = counted.filter((stop) => stop.state === "served").length;
  return { done, total: counted.length, open: counted.length - done };
}

/** Parcels without an outcome. */
export function openParcels(stop: Stop): Parcel[] {
  return stop.parcels.filter((parcel) => parcel.outcome === undefined);
}

/** The parcel whose recipient must tell a code before these are handed over, if there is one. */
export function guarded(parcels: readonly Parcel[], outcome: Outcome): Parcel | undefined {
  const isGuarded = ({ doorCode }: Parcel) => doorCode !== undefined && !doorCode.verified;
  return outcome === "delivered_to_recipient" ? parcels.find(isGuarded) : undefined;
}

/** Whether nothing of a stop could be delivered, though it was tried. */
export function hasFailed(stop: Stop): boolean {
  const outcomes = stop.parcels.map((parcel) => parcel.outcome).filter((outcome) => outcome !== undefined);
  return outcomes.length > 0 && !outcomes.some(isDelivery);
}

/** The buttons of the bar: what is expected, then what is also likely, then what may be besides. */
export interface Choices {
  readonly expected: Outcome;
  readonly likely: Outcome | undefined;
  readonly elsewhere: readonly Outcome[];
  readonly failed: readonly Outcome[];
}

const ELSEWHERE: readonly Outcome[] = [
  "delivered_to_neighbour",
  "delivered_to_safe_place",
  "delivered_to_mailbox",
  "delivered_to_pickup_point",
];
const FAILED: readonly Outcome[] = [
  "failed_not_home",
  "failed_refused",
  "failed_no_access",
  "failed_address_not_found",
  "failed_damaged",
  "failed_missing",
  "failed_no_time",
  "failed_verification",
  "failed_other",
];
/** Kinds that are handed over in person or not at all. */
const IN_PERSON = ["high_value"];

/** What may have happened to these parcels, the expected first. */
export function choices(parcels: readonly Parcel[]): Choices {
  if (parcels.some((parcel) => IN_PERSON.includes(parcel.kind))) {
    return { expected: "delivered_to_recipient", likely: undefined, elsewhere: [], failed: FAILED };
  }
  const instruction = parcels.find((parcel) => parcel.instruction)?.instruction;
  const expected = expectedOutcome(instruction);
  const likely = instruction ? "delivered_to_recipient" : "delivered_to_neighbour";
  const elsewhere = ELSEWHERE.filter((outcome) => outcome !== expected && outcome !== likely);
  return { expected, likely, elsewhere, failed: FAILED };
}

function expectedOutcome(instruction: Instruction | undefined): Outcome {
  if (instruction === undefined) {
    return "delivered_to_recipient";
  }
  if (instruction.is === "neighbour") {
    return "delivered_to_neighbour";
  }
  return instruction.safePlace === "mailbox" ? "delivered_to_mailbox" : "delivered_to_safe_place";
}
