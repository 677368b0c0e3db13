import { useEffect, useState } from "preact/hooks";
import type { Tour } from "../logic/model.ts";
import type { Look, Privacy } from "../logic/privacy.ts";
import type { Words } from "../words.ts";
import { key, useShared } from "./context.tsx";
import { seenBy } from "./seen.tsx";
import { Sheet } from "./sheet.tsx";

interface Props {
  readonly tour: Tour | undefined;
  readonly close: () => void;
}

/** Who sees the driver now, what is kept of them, and who of the staff looked today. */
export function PrivacySheet({ tour, close }: Props) {
  const { app, words } = useShared();
  const [told, setTold] = useState<Privacy | "asking" | undefined>("asking");
  useEffect(() => void app.privacy().then(setTold), [app]);
  return (
    <Sheet title={words.say("who-title")} close={close}>
      <p>{seenBy(tour, words.say)}</p>
      {tour?.phase === "underway" && tour.mapHidden && <p class="hint">{words.say("who-hidden")}</p>}
      {told === "asking" && <p role="status">{words.say("who-asking")}</p>}
      {told === undefined && <p role="status">{words.say("who-offline")}</p>}
      {told !== undefined && told !== "asking" && <Told told={told} />}
    </Sheet>
  );
}

function Told({ told }: { readonly told: Privacy }) {
  const { words } = useShared();
  return (
    <>
      <section class="group">
        <h3>{words.say("kept-title")}</h3>
        {told.kept.length === 0 && <p>{words.say("kept-none")}</p>}
        <ul class="rows">
          {told.kept.map(({ what, until, purpose }) => (
            <li key={what}>
              <span>
                <b>{words.say(key("kept", what))}</b>
                <small>{words.say("kept-until", { day: words.day(until) })}</small>
                {purpose && <small>{words.say("kept-purpose", { purpose })}</small>}
              </span>
            </li>
          ))}
        </ul>
        <p class="hint">{words.say("kept-never")}</p>
      </section>
      <section class="group">
        <h3>{words.say("looks-title")}</h3>
        {told.looks.length === 0 ? (
          <p>{words.say("looks-none")}</p>
        ) : (
          <ul class="rows">
            {told.looks.map((look) => (
              <li key={`${look.from} ${look.by} ${look.name}`}>
                <b>{looker(look, words)}</b>
                <span class="num">{times(look, words)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function looker({ by, name }: Look, words: Words): string {
  return words.say(key("looker", by), { name });
}

function times({ from, until }: Look, words: Words): string {
  return [...new Set([words.time(from), words.time(until)])].join("–");
}
