import { nextStop } from "../logic/expect.ts";
import type { Tour } from "../logic/model.ts";
import type { AppView } from "../view.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { Who } from "./seen.tsx";
import { StopCard } from "./stop_card.tsx";
import { Signal } from "./top.tsx";
import { After } from "./underway.tsx";

/** Before the start: where it goes first, and what starting means. */
export function BeforeStart({ tour }: { readonly tour: Tour }) {
  const { app, words } = useShared();
  const first = nextStop(tour, undefined);
  return (
    <>
      {first && <p class="first">{words.say("first-stop")}</p>}
      {first && <StopCard stop={first} chosen={first.parcels} choose={() => undefined} acts={false} />}
      {first && <After tour={tour} next={first} ends={false} />}
      <section class="thumb" aria-label={words.say("start")}>
        <div class="seen">
          <Who tour={tour} />
        </div>
        <button type="button" class="btn pri" onClick={() => void app.begin()}>
          <Icon name="play" />
          {words.say("start")}
        </button>
        <p class="hint">{words.say("start-hint")}</p>
      </section>
    </>
  );
}

/** In a break nothing is sent and nobody sees the driver. */
export function OnBreak({ tour }: { readonly tour: Tour }) {
  const { app, words } = useShared();
  return (
    <>
      <section class="next calm">
        <Icon name="cup" />
        <h1 class="addr">{words.say("break-title")}</h1>
        <p class="pers">
          {words.say("break-since", { time: tour.since === undefined ? "…" : words.time(tour.since) })}
        </p>
      </section>
      <section class="thumb" aria-label={words.say("break-title")}>
        <div class="seen">
          <Who tour={tour} />
        </div>
        <button type="button" class="btn pri" onClick={() => void app.note({ kind: "break_ended" })}>
          <Icon name="play" />
          {words.say("break-over")}
        </button>
      </section>
    </>
  );
}

/** A screen with a sentence: no tour, or one that is over. */
export function Quiet({ title, text, view }: { title: string; text?: string; view: AppView }) {
  const { app, words } = useShared();
  return (
    <>
      <header class="dtop">
        <p>
          <b>{view.day?.driver}</b>
        </p>
        <Signal view={view} />
      </header>
      <section class="next calm">
        <h1 class="addr">{title}</h1>
        {text && <p class="pers">{text}</p>}
      </section>
      <section class="thumb" aria-label={words.say("logout")}>
        <div class="seen">
          <Who tour={view.tour} />
        </div>
        {view.waiting > 0 && <p class="hint">{words.say("logout-waiting", { count: view.waiting })}</p>}
        <button type="button" class="btn sec big" onClick={() => void app.logOut()}>
          <Icon name="leave" />
          {words.say("logout")}
        </button>
      </section>
    </>
  );
}
