import type { Entry, Happening, Parcel, Stop, StopState, Tour } from "../../src/driver/logic/model.ts";

export const parcel = (id: string, more: Partial<Parcel> = {}): Parcel => ({
  id,
  trackingNumber: id,
  kind: "ordinary",
  recipient: undefined,
  takers: [],
  doorCode: undefined,
  instruction: undefined,
  mark: undefined,
  access: undefined,
  notBefore: undefined,
  wishesVersion: 0,
  wishesSeen: false,
  outcome: undefined,
  photo: true,
  ...more,
});

export const stop = (id: string, state: StopState = "remaining", parcels = [parcel(`${id}-1`)]): Stop => ({
  id,
  address: `${id} Rue Grimaldi`,
  note: undefined,
  place: undefined,
  state,
  arrivedAt: undefined,
  plannedArrival: undefined,
  window: undefined,
  forecast: undefined,
  parcels,
});

export const tour = (stops: Stop[], more: Partial<Tour> = {}): Tour => ({
  id: "tour",
  reference: "Tour 14",
  phase: "underway",
  since: undefined,
  watchers: 0,
  mapHidden: false,
  stops,
  ...more,
});

export const entryOf = (id: string, what: Happening, more: Partial<Entry> = {}): Entry => ({
  id,
  tour: "tour",
  at: 1_000,
  heldUntil: 0,
  what,
  ...more,
});
