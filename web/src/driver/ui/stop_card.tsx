import { useState } from "preact/hooks";
import { openParcels } from "../logic/expect.ts";
import type { Parcel, Span, Stop } from "../logic/model.ts";
import type { Words } from "../words.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { navigation } from "./navigation.ts";
import { ParcelsSheet } from "./parcels.tsx";
import { accessWords, Tells } from "./tells.tsx";

interface Props {
  readonly stop: Stop;
  readonly chosen: readonly Parcel[];
  readonly choose: (parcel: string, chosen: boolean) => void;
  readonly acts: boolean;
}

/** The next stop: when, where, to whom, and what the recipient wants; readable at arm's length. */
export function StopCard({ stop, chosen, choose, acts }: Props) {
  const { app, words } = useShared();
  const [open, setOpen] = useState(false);
  const [address, ...rest] = stop.address.split("\n");
  const way = accessWords(stop, words);
  const count = openParcels(stop).length;
  const counted =
    chosen.length === count
      ? words.say("parcels", { count })
      : words.say("parcels-chosen", { chosen: chosen.length, count });
  return (
    <section class="next">
      <p class="when">
        <b>{when(stop, words)}</b>
        <span>
          {stop.arrivedAt !== undefined && words.say("here-since", { time: words.time(stop.arrivedAt) })}
        </span>
      </p>
      <h1 class="addr">{address}</h1>
      <p class="pers">{[...recipients(stop), ...rest].join(", ")}</p>
      {way && <p class="way">{way}</p>}
      <Tells stop={stop} />
      <div class="duo">
        <a class="btn sec big" href={navigation(stop)}>
          <Icon name="navigate" />
          {words.say("navigate")}
        </a>
        <button type="button" class="btn sec big" onClick={() => setOpen(true)}>
          <Icon name="box" />
          {counted}
        </button>
      </div>
      {acts && (
        <div class="duo small">
          <button
            type="button"
            class="btn quiet"
            disabled={stop.state === "arrived"}
            onClick={() => void app.note({ kind: "arrived", stop: stop.id })}
          >
            <Icon name="pin" />
            {words.say("arrived")}
          </button>
          <button
            type="button"
            class="btn quiet"
            disabled={stop.state === "skipped"}
            onClick={() => void app.note({ kind: "skipped", stop: stop.id })}
          >
            <Icon name="later" />
            {words.say("skip")}
          </button>
        </div>
      )}
      {open && <ParcelsSheet stop={stop} chosen={chosen} choose={choose} close={() => setOpen(false)} />}
    </section>
  );
}

function when(stop: Stop, words: Words): string {
  const span = stop.forecast ?? stop.window;
  if (span) {
    return spanWords(span, words);
  }
  return stop.plannedArrival === undefined ? "" : words.time(stop.plannedArrival);
}

function spanWords({ from, until }: Span, words: Words): string {
  return `${words.time(from)}–${words.time(until)}`;
}

function recipients(stop: Stop): string[] {
  const names = stop.parcels.map((parcel) => parcel.recipient).filter((name) => name !== undefined);
  return [...new Set(names)];
}
