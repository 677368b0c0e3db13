import { useState } from "preact/hooks";
import { choices, guarded } from "../logic/expect.ts";
import type { Outcome, Parcel, Stop, Tour } from "../logic/model.ts";
import type { AppView } from "../view.ts";
import { CodeSheet } from "./code.tsx";
import { key, useShared } from "./context.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { OutcomesSheet } from "./outcomes.tsx";
import { PhotoLine } from "./photo.tsx";
import { Seen } from "./seen.tsx";

interface Props {
  readonly view: AppView;
  readonly tour: Tour;
  readonly stop: Stop;
  readonly chosen: readonly Parcel[];
}

const SIGNS: Partial<Readonly<Record<Outcome, IconName>>> = {
  delivered_to_recipient: "check",
  delivered_to_neighbour: "people",
  delivered_to_safe_place: "house",
  delivered_to_mailbox: "mailbox",
  delivered_to_pickup_point: "shop",
};

/** The sign of an outcome. */
export function outcomeSign(outcome: Outcome): IconName {
  return SIGNS[outcome] ?? "cross";
}

/** What happened here: the expected outcome first, where the thumb is. */
export function OutcomeBar({ view, tour, stop, chosen }: Props) {
  const { app, words } = useShared();
  const [open, setOpen] = useState(false);
  const { expected, likely, elsewhere, failed } = choices(chosen);
  const [asking, setAsking] = useState(false);
  const asked = guarded(chosen, "delivered_to_recipient");
  const conclude = (outcome: Outcome) => {
    const ids = chosen.map((parcel) => parcel.id);
    void app.conclude(stop, ids, outcome);
  };
  const press = (outcome: Outcome) => {
    setOpen(false);
    if (guarded(chosen, outcome)) {
      setAsking(true);
    } else {
      conclude(outcome);
    }
  };
  const checked = (parcel: Parcel) => {
    const rest = chosen.filter((other) => other !== parcel);
    if (!guarded(rest, "delivered_to_recipient")) {
      setAsking(false);
      conclude("delivered_to_recipient");
    }
  };
  const other =
    elsewhere.length > 0 && likely !== "delivered_to_recipient" ? "something-else" : "not-possible";
  return (
    <section class="thumb" aria-label={words.say("bar")}>
      <Above view={view} tour={tour} />
      <button type="button" class="btn pri" disabled={chosen.length === 0} onClick={() => press(expected)}>
        <Icon name={outcomeSign(expected)} />
        {words.say(key("outcome", expected))}
      </button>
      <div class="duo">
        {likely && (
          <button
            type="button"
            class="btn sec big"
            disabled={chosen.length === 0}
            onClick={() => press(likely)}
          >
            <Icon name={outcomeSign(likely)} />
            {words.say(key("outcome", likely))}
          </button>
        )}
        <button
          type="button"
          class="btn sec big"
          disabled={chosen.length === 0}
          onClick={() => setOpen(true)}
        >
          <Icon name="cross" tone="bad" />
          {words.say(other)}
        </button>
      </div>
      {asking && asked && (
        <CodeSheet
          key={asked.id}
          parcel={asked}
          checked={() => checked(asked)}
          close={() => setAsking(false)}
        />
      )}
      {open && (
        <OutcomesSheet
          title={words.say(other)}
          elsewhere={elsewhere}
          failed={failed}
          press={press}
          close={() => setOpen(false)}
        />
      )}
    </section>
  );
}

/** Above the buttons: a photo of what was just delivered, and what can be taken back; else who sees me, and the break. */
export function Above({ view, tour }: { readonly view: AppView; readonly tour: Tour }) {
  return (
    <>
      <PhotoLine view={view} />
      <Last view={view} tour={tour} />
    </>
  );
}

function Last({ view, tour }: { readonly view: AppView; readonly tour: Tour }) {
  const { app, words } = useShared();
  if (!view.undo) {
    return <Seen tour={tour} />;
  }
  const { outcome, address } = view.undo;
  return (
    <div class="seen" role="status">
      <Icon name={outcomeSign(outcome)} />
      <span>{words.say("just-now", { what: words.say(key("outcome", outcome)), address })}</span>
      <button type="button" class="btn sec" onClick={() => void app.undo()}>
        <Icon name="undo" />
        {words.say("undo")}
      </button>
    </div>
  );
}
