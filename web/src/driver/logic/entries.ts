import { type Entry, type Happening, isDelivery, type Outcome } from "./model.ts";

/** An outcome may be taken back this long, and is not sent before. */
export const HOLD_MS = 5_000;

/** Makes an entry of something that happens now, at `at` of the clock that entries are stamped with. */
export function entry(tour: string, what: Happening, at: number, hold = 0): Entry {
  return { id: randomId(), tour, at, heldUntil: Date.now() + hold, what };
}

/** The entries of one outcome for several parcels. */
export function outcomeEntries(
  tour: string,
  parcels: readonly string[],
  outcome: Outcome,
  at: number,
): Entry[] {
  const kind = isDelivery(outcome) ? "delivered" : "attempted";
  return parcels.map((parcel) => entry(tour, { kind, parcel, outcome }, at, HOLD_MS));
}

/** A code that a recipient told, to be checked at once: it is kept nowhere. */
export function codeGiven(parcel: string, code: string, at: number): Record<string, unknown> {
  return { id: randomId(), kind: "door_code_given", at: new Date(at).toISOString(), parcel, code };
}

/** An entry as the server reads it. */
export function wire({ id, at, what }: Entry): Record<string, unknown> {
  return { id, at: new Date(at).toISOString(), ...what };
}

/** 128 random bits: the same entry sent twice is known again by it. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
