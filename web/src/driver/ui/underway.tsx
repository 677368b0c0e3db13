import { useState } from "preact/hooks";
import { nextStop, openParcels, stopAfter } from "../logic/expect.ts";
import type { Stop, Tour } from "../logic/model.ts";
import type { AppView } from "../view.ts";
import { Above, OutcomeBar } from "./bar.tsx";
import { useShared } from "./context.tsx";
import { EndButton } from "./end.tsx";
import { Icon } from "./icons.tsx";
import { NewsLines } from "./news.tsx";
import { StopCard } from "./stop_card.tsx";
import { StopsSheet } from "./stops.tsx";

interface Props {
  readonly view: AppView;
  readonly tour: Tour;
}

/** The tour under way: the next stop above, what happened there below. */
export function Underway({ view, tour }: Props) {
  const { words } = useShared();
  const [left, setLeft] = useState<readonly string[]>([]);
  const next = nextStop(tour, view.wished);
  if (!next) {
    return (
      <>
        <section class="next calm">
          <h1 class="addr">{words.say("all-done-title")}</h1>
          <p class="pers">{words.say("all-done-text")}</p>
        </section>
        <section class="thumb" aria-label={words.say("bar")}>
          <Above view={view} tour={tour} />
          <EndButton tour={tour} primary />
        </section>
      </>
    );
  }
  const chosen = openParcels(next).filter((parcel) => !left.includes(parcel.id));
  const choose = (parcel: string, isChosen: boolean) =>
    setLeft(isChosen ? left.filter((id) => id !== parcel) : [...left, parcel]);
  return (
    <>
      <PlaceLine view={view} tour={tour} />
      <NewsLines view={view} />
      <StopCard stop={next} chosen={chosen} choose={choose} acts />
      <After tour={tour} next={next} />
      <OutcomeBar view={view} tour={tour} stop={next} chosen={chosen} />
    </>
  );
}

interface AfterProps {
  readonly tour: Tour;
  readonly next: Stop;
  readonly ends?: boolean;
}

/** What comes then, and the way to all stops. */
export function After({ tour, next, ends = true }: AfterProps) {
  const { words } = useShared();
  const [open, setOpen] = useState(false);
  const then = stopAfter(tour, next);
  return (
    <div class="after">
      {then && (
        <p class="then">
          <b>{words.say("then")}</b> {then.address.split("\n")[0]},{" "}
          {words.say("parcels", { count: then.parcels.length })}
        </p>
      )}
      <button type="button" class="btn quiet" onClick={() => setOpen(true)}>
        <Icon name="list" />
        {words.say("list")}
      </button>
      {ends && <EndButton tour={tour} />}
      {open && <StopsSheet tour={tour} next={next} close={() => setOpen(false)} />}
    </div>
  );
}

/** Whether this phone sends its place: it does so only after the driver wanted it. */
function PlaceLine({ view, tour }: Props) {
  const { app, words } = useShared();
  if (view.sharing !== tour.id) {
    return (
      <p class="place">
        <span>{words.say("place-off")}</span>
        <button type="button" class="btn sec" onClick={() => void app.sharePlace()}>
          {words.say("place-send")}
        </button>
      </p>
    );
  }
  if (view.place === "denied" || view.place === "lost") {
    return (
      <p class="place warn" role="status">
        <Icon name="alert" />
        <span>{words.say(`place-${view.place}`)}</span>
      </p>
    );
  }
  return null;
}
