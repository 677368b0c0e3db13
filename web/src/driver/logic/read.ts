/** Reads what the server says, so that nothing of another shape reaches the app. */
import { instant } from "../../live/clock.ts";
import type { Place } from "../../live/message.ts";
import { isFields, list, number, oneOf, text } from "./fields.ts";
import {
  type Access,
  type Day,
  type DoorCode,
  type Instruction,
  type Mark,
  OUTCOMES,
  type Outcome,
  type Parcel,
  type Phase,
  type Span,
  type Stop,
  type StopState,
  type Tour,
} from "./model.ts";

const PHASES: readonly Phase[] = ["not_started", "underway", "on_break", "ended"];
const STATES: readonly StopState[] = ["remaining", "arrived", "served", "skipped", "removed"];

/** Reads the answer to the question for the tour. */
export function readDay(value: unknown): Day | undefined {
  if (!isFields(value)) {
    return undefined;
  }
  const driver = isFields(value.driver) ? (text(value.driver.name) ?? "") : "";
  return { driver, tour: readTour(value.tour) };
}

/** Reads who logged in: the identity of the driver. */
export function readDriver(value: unknown): string | undefined {
  return isFields(value) && isFields(value.driver) ? text(value.driver.id) : undefined;
}

function readTour(value: unknown): Tour | undefined {
  const id = isFields(value) ? text(value.id) : undefined;
  if (!isFields(value) || id === undefined) {
    return undefined;
  }
  return {
    id,
    reference: text(value.reference) ?? "",
    phase: oneOf(PHASES, value.phase) ?? "not_started",
    since: instant(text(value.since)),
    watchers: number(value.watchers) ?? 0,
    mapHidden: value.map_hidden === true,
    stops: list(value.stops, readStop),
  };
}

function readStop(value: unknown): Stop | undefined {
  const id = isFields(value) ? text(value.id) : undefined;
  if (!isFields(value) || id === undefined) {
    return undefined;
  }
  return {
    id,
    address: text(value.address) ?? "",
    note: text(value.note),
    place: readPlace(value.place),
    state: oneOf(STATES, value.state) ?? "remaining",
    arrivedAt: instant(text(value.arrived_at)),
    plannedArrival: instant(text(value.planned_arrival)),
    window: readSpan(value.window),
    forecast: readSpan(value.forecast),
    parcels: list(value.parcels, readParcel),
  };
}

function readParcel(value: unknown): Parcel | undefined {
  const id = isFields(value) ? text(value.id) : undefined;
  if (!isFields(value) || id === undefined) {
    return undefined;
  }
  return {
    id,
    trackingNumber: text(value.tracking_number) ?? "",
    kind: text(value.kind) ?? "ordinary",
    recipient: text(value.recipient),
    takers: list(value.takers, readTaker),
    doorCode: readDoorCode(value.door_code),
    instruction: readInstruction(value.instruction),
    mark: readMark(value.mark),
    access: readAccess(value.access),
    notBefore: instant(text(value.not_before)),
    wishesVersion: number(value.wishes_version) ?? 0,
    wishesSeen: value.wishes_seen === true,
    outcome: isFields(value.outcome) ? readOutcome(value.outcome.outcome) : undefined,
    photo: value.photo === true,
  };
}

function readTaker(value: unknown): string | undefined {
  return isFields(value) ? (text(value.name) ?? "") : undefined;
}

function readDoorCode(value: unknown): DoorCode | undefined {
  return isFields(value)
    ? { verified: value.verified === true, triesLeft: number(value.tries_left) ?? 0 }
    : undefined;
}

function readInstruction(value: unknown): Instruction | undefined {
  if (!isFields(value)) {
    return undefined;
  }
  const [safePlace, neighbour] = [text(value.safe_place), text(value.neighbour)];
  if (neighbour) {
    return { is: "neighbour", neighbour, house: text(value.house) };
  }
  return safePlace ? { is: "safe_place", safePlace, note: text(value.note) } : undefined;
}

function readMark(value: unknown): Mark | undefined {
  return isFields(value) ? { pin: readPlace(value.pin), photo: text(value.photo) } : undefined;
}

function readAccess(value: unknown): Access | undefined {
  return isFields(value)
    ? { doorbell: text(value.doorbell), floor: text(value.floor), way: text(value.way) }
    : undefined;
}

function readOutcome(value: unknown): Outcome | undefined {
  return oneOf(OUTCOMES, value);
}

function readSpan(value: unknown): Span | undefined {
  const from = isFields(value) ? instant(text(value.from)) : undefined;
  const until = isFields(value) ? instant(text(value.until)) : undefined;
  return from !== undefined && until !== undefined ? { from, until } : undefined;
}

function readPlace(value: unknown): Place | undefined {
  const lat = isFields(value) ? number(value.lat) : undefined;
  const lon = isFields(value) ? number(value.lon) : undefined;
  return lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
}

/** What the server made of one entry of a batch. */
export interface Verdict {
  readonly id: string;
  readonly result: "taken" | "doubled" | "refused";
  readonly code: string;
}

/** Reads the answer to a batch. */
export function readVerdicts(value: unknown): Verdict[] {
  return isFields(value) ? list(value.results, readVerdict) : [];
}

function readVerdict(value: unknown): Verdict | undefined {
  const id = isFields(value) ? text(value.id) : undefined;
  const result = isFields(value) ? oneOf(["taken", "doubled", "refused"] as const, value.result) : undefined;
  return isFields(value) && id && result ? { id, result, code: text(value.code) ?? "" } : undefined;
}

/** Reads the code of a problem document. */
export function readCode(value: unknown): string {
  return (isFields(value) ? text(value.code) : undefined) ?? "";
}
