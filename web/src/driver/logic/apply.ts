import type { Entry, Happening, Parcel, Phase, Stop, StopState, Tour } from "./model.ts";

/**
 * The tour as the driver knows it: what the server last said, and on top what happened since and is still waiting to
 * be sent. So the app goes on without signal, and after the server answered both say the same.
 */
export function withWaiting(tour: Tour, waiting: readonly Entry[]): Tour {
  return waiting.filter((entry) => entry.tour === tour.id).reduce(applied, tour);
}

function applied(tour: Tour, { at, what }: Entry): Tour {
  const phase = phaseAfter(tour.phase, what);
  const since = phase === tour.phase ? tour.since : at;
  const mapHidden = what.kind === "map_hidden" || (what.kind !== "map_shown" && tour.mapHidden);
  return { ...tour, phase, since, mapHidden, stops: tour.stops.map((stop) => stopAfter(stop, what, at)) };
}

function phaseAfter(phase: Phase, what: Happening): Phase {
  switch (what.kind) {
    case "started":
      return phase === "not_started" ? "underway" : phase;
    case "break_begun":
      return phase === "underway" ? "on_break" : phase;
    case "break_ended":
      return phase === "on_break" ? "underway" : phase;
    case "ended":
      return "ended";
    default:
      return phase;
  }
}

function stopAfter(stop: Stop, what: Happening, at: number): Stop {
  switch (what.kind) {
    case "arrived":
      return stop.id === what.stop && stop.state !== "served"
        ? { ...stop, state: "arrived", arrivedAt: stop.arrivedAt ?? at }
        : stop;
    case "skipped":
      return stop.id === what.stop && stop.state !== "served" ? { ...stop, state: "skipped" } : stop;
    case "delivered":
    case "attempted":
      return stop.parcels.some((parcel) => parcel.id === what.parcel)
        ? withOutcome(stop, what.parcel, what.outcome)
        : stop;
    case "instruction_seen":
      return { ...stop, parcels: stop.parcels.map((parcel) => seenBy(parcel, what)) };
    default:
      return stop;
  }
}

function seenBy(parcel: Parcel, what: { readonly parcel: string; readonly version: number }): Parcel {
  const isShown = parcel.id === what.parcel && parcel.wishesVersion === what.version;
  return isShown ? { ...parcel, wishesSeen: true } : parcel;
}

function withOutcome(stop: Stop, id: string, outcome: Stop["parcels"][number]["outcome"]): Stop {
  const parcels = stop.parcels.map((parcel) => (parcel.id === id ? { ...parcel, outcome } : parcel));
  const state: StopState = parcels.every((parcel) => parcel.outcome !== undefined) ? "served" : stop.state;
  return { ...stop, parcels, state };
}
