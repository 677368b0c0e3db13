import { hasFailed, openParcels } from "../logic/expect.ts";
import type { Stop, Tour } from "../logic/model.ts";
import { key, useShared } from "./context.tsx";
import { Sheet } from "./sheet.tsx";
import { instructionWords } from "./tells.tsx";

interface Props {
  readonly tour: Tour;
  readonly next: Stop | undefined;
  readonly close: () => void;
}

/** All stops of the tour; any open one can be done now. */
export function StopsSheet({ tour, next, close }: Props) {
  const { app, words } = useShared();
  const wish = (stop: Stop) => {
    app.wish(stop.id);
    close();
  };
  return (
    <Sheet title={words.say("list-title")} close={close}>
      <ol class="rows stops">
        {tour.stops.map((stop) => (
          <li key={stop.id} class={stop.state} aria-current={stop.id === next?.id ? "step" : undefined}>
            <span>
              <b>{stop.address.split("\n")[0]}</b>
              <small>
                {words.say(key("state", stop.state === "served" && hasFailed(stop) ? "failed" : stop.state))}
                {", "}
                {words.say("parcels", { count: stop.parcels.length })}
                {openParcels(stop).map(
                  (parcel) => parcel.instruction && `, ${instructionWords(parcel, words)}`,
                )}
              </small>
            </span>
            {stop.state !== "served" && stop.state !== "removed" && stop.id !== next?.id && (
              <button type="button" class="btn sec" onClick={() => wish(stop)}>
                {words.say("make-next")}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
