import type { Refused } from "../logic/model.ts";
import type { AppView } from "../view.ts";
import type { Words } from "../words.ts";
import { key, useShared } from "./context.tsx";
import { Sheet } from "./sheet.tsx";

const KNOWN = [
  "clock_ahead",
  "too_old",
  "tour_not_started",
  "on_break",
  "tour_ended",
  "unknown_stop",
  "unknown_parcel",
  "not_delivered",
  "photo_not_wanted",
  "too_late",
  "recipient_only",
  "door_code_missing",
];

/** What the server did not take, and why. */
export function RefusedSheet({ view, close }: { readonly view: AppView; readonly close: () => void }) {
  const { app, words } = useShared();
  return (
    <Sheet title={words.say("refused-title")} close={close}>
      <ul class="rows">
        {view.refused.map((refused) => (
          <li key={refused.id}>
            <span>
              <b>
                {words.say("entry-at", { what: name(refused, words), time: words.time(refused.entry.at) })}
              </b>
              <small>{words.say(key("why", KNOWN.includes(refused.code) ? refused.code : "other"))}</small>
            </span>
          </li>
        ))}
      </ul>
      <button type="button" class="btn sec big" onClick={() => void app.understood()}>
        {words.say("refused-known")}
      </button>
    </Sheet>
  );
}

function name({ entry: { what } }: Refused, words: Words): string {
  return "outcome" in what ? words.say(key("outcome", what.outcome)) : words.say(key("entry", what.kind));
}
