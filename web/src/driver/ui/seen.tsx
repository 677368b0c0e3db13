import { useState } from "preact/hooks";
import type { Tour } from "../logic/model.ts";
import type { Words } from "../words.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { PrivacySheet } from "./privacy.tsx";

/** How many see me, and one tap to be unseen; the break beside it. */
export function Seen({ tour }: { readonly tour: Tour }) {
  const { app, words } = useShared();
  const isHidden = tour.mapHidden;
  return (
    <div class="seen">
      <Who tour={tour} />
      <button
        type="button"
        class="btn sec"
        onClick={() => void app.note({ kind: isHidden ? "map_shown" : "map_hidden" })}
      >
        {words.say(isHidden ? "show" : "hide")}
      </button>
      <button type="button" class="btn sec" onClick={() => void app.note({ kind: "break_begun" })}>
        <Icon name="cup" />
        {words.say("break")}
      </button>
    </div>
  );
}

/** Who sees the driver, in a few words, and the way to all of it. */
export function Who({ tour }: { readonly tour: Tour | undefined }) {
  const { words } = useShared();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="btn quiet who" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name={tour?.mapHidden ? "unseen" : "eye"} />
        <span>{seenBy(tour, words.say)}</span>
      </button>
      {open && <PrivacySheet tour={tour} close={() => setOpen(false)} />}
    </>
  );
}

/** By whom the driver is seen now. */
export function seenBy(tour: Tour | undefined, say: Words["say"]): string {
  if (tour?.phase !== "underway") {
    return say("unseen");
  }
  return tour.mapHidden ? say("map-hidden") : say("watchers", { count: tour.watchers });
}
