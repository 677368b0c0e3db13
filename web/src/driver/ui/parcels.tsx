import type { Parcel, Stop } from "../logic/model.ts";
import { key, useShared } from "./context.tsx";
import { Sheet } from "./sheet.tsx";

interface Props {
  readonly stop: Stop;
  readonly chosen: readonly Parcel[];
  readonly choose: (parcel: string, chosen: boolean) => void;
  readonly close: () => void;
}

/** The parcels of a stop, each with a tick: what happens next is noted for those. */
export function ParcelsSheet({ stop, chosen, choose, close }: Props) {
  const { words } = useShared();
  return (
    <Sheet title={words.say("parcels-title")} close={close}>
      <p class="hint">{words.say("parcels-hint")}</p>
      <ul class="rows">
        {stop.parcels.map((parcel) => (
          <li key={parcel.id}>
            <label class="pick">
              <input
                type="checkbox"
                checked={chosen.includes(parcel)}
                disabled={parcel.outcome !== undefined}
                onChange={(event) => choose(parcel.id, event.currentTarget.checked)}
              />
              <span>
                <b class="num">{parcel.trackingNumber}</b>
                <small>{[parcel.recipient, said(parcel)].filter(Boolean).join(", ")}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Sheet>
  );

  function said(parcel: Parcel): string {
    if (parcel.outcome) {
      return words.say(key("outcome", parcel.outcome));
    }
    return parcel.kind === "ordinary" ? "" : words.say(key("kind", parcel.kind));
  }
}
