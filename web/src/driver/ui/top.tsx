import { useState } from "preact/hooks";
import { progress } from "../logic/expect.ts";
import type { Tour } from "../logic/model.ts";
import type { AppView } from "../view.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { RefusedSheet } from "./refused.tsx";

/** Above everything: which stop of how many, and what has not reached the server yet. */
export function Top({ view, tour }: { readonly view: AppView; readonly tour: Tour }) {
  const { words } = useShared();
  const { done, total } = progress(tour);
  const isOver = tour.phase === "ended" || done === total;
  const where = isOver
    ? words.say("progress", { done, total })
    : words.say("stop-number", { number: done + 1, total });
  return (
    <header class="dtop">
      <p>
        <b>{where}</b> <span class="n">{tour.reference}</span>
      </p>
      <Signal view={view} />
      <progress max={total} value={done} aria-label={words.say("progress", { done, total })} />
      {!view.online && view.asOf !== undefined && (
        <p class="as-of">{words.say("as-of", { time: words.time(view.asOf) })}</p>
      )}
      <NotTaken view={view} />
    </header>
  );
}

/** What waits for signal, in sight at any time. */
export function Signal({ view }: { readonly view: AppView }) {
  const { words } = useShared();
  const count = view.waiting;
  if (!view.online) {
    return (
      <p class="flag warn" role="status">
        <Icon name="noSignal" />
        {count > 0 ? words.say("waiting", { count }) : words.say("no-signal")}
      </p>
    );
  }
  return (
    <p class="flag calm" role="status">
      <Icon name={count > 0 ? "sending" : "check"} />
      {count > 0 ? words.say("sending", { count }) : words.say("all-sent")}
    </p>
  );
}

function NotTaken({ view }: { readonly view: AppView }) {
  const { words } = useShared();
  const [open, setOpen] = useState(false);
  const count = view.refused.length;
  if (count === 0) {
    return null;
  }
  return (
    <>
      <button type="button" class="not-taken" onClick={() => setOpen(true)}>
        <Icon name="alert" />
        {words.say("refused", { count })}
      </button>
      {open && <RefusedSheet view={view} close={() => setOpen(false)} />}
    </>
  );
}
