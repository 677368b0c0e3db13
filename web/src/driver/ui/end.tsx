import { useState } from "preact/hooks";
import { progress } from "../logic/expect.ts";
import type { Tour } from "../logic/model.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { Sheet } from "./sheet.tsx";

/** Ends the tour, after asking once more: it cannot be taken back. */
export function EndButton({ tour, primary }: { readonly tour: Tour; readonly primary?: boolean }) {
  const { app, words } = useShared();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class={primary ? "btn pri" : "btn quiet"} onClick={() => setOpen(true)}>
        <Icon name="flag" />
        {words.say("end")}
      </button>
      {open && (
        <Sheet title={words.say("end-title")} close={() => setOpen(false)}>
          <p class="hint">
            {words.say("end-open", { count: progress(tour).open })} {words.say("end-text")}
          </p>
          <button type="button" class="btn pri" onClick={() => void app.note({ kind: "ended" })}>
            {words.say("end")}
          </button>
        </Sheet>
      )}
    </>
  );
}
