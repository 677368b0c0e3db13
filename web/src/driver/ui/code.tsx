import { useState } from "preact/hooks";
import type { CodeCheck } from "../device/server.ts";
import type { Parcel } from "../logic/model.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { Sheet } from "./sheet.tsx";

const TROUBLES: Readonly<Partial<Record<CodeCheck, string>>> = {
  wrong: "door-code-wrong",
  offline: "door-code-offline",
  failed: "door-code-failed",
};

interface Props {
  readonly parcel: Parcel;
  /** The code was right. */
  readonly checked: () => void;
  readonly close: () => void;
}

/** The code that the recipient tells. It is checked before anything is noted, so nothing has to be taken back. */
export function CodeSheet({ parcel, checked, close }: Props) {
  const { app, words } = useShared();
  const [code, setCode] = useState("");
  const [check, setCheck] = useState<CodeCheck>();
  const [busy, setBusy] = useState(false);
  const left = parcel.doorCode?.triesLeft ?? 0;
  const isLocked = check === "locked" || left === 0;
  const trouble = isLocked ? "door-code-locked" : check && TROUBLES[check];
  const send = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const is = await app.checkCode(parcel.id, code);
    setBusy(false);
    setCheck(is);
    if (is === "right") {
      checked();
    } else if (is === "wrong") {
      setCode("");
    }
  };
  return (
    <Sheet title={words.say("door-code-title")} close={close}>
      <p class="hint">{words.say("for-one", { number: parcel.trackingNumber })}</p>
      {trouble && (
        <p class="trouble" role="alert">
          <Icon name="alert" />
          <span>{words.say(trouble, { count: left })}</span>
        </p>
      )}
      {!isLocked && (
        <form onSubmit={(event) => void send(event)}>
          <label for="door-code">{words.say("door-code")}</label>
          <input
            id="door-code"
            class="code num"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
            inputMode="numeric"
            autocomplete="off"
            pattern="[0-9 ]*"
            maxLength={12}
            required
            aria-describedby="door-code-hint"
            aria-invalid={check === "wrong"}
          />
          <p class="hint" id="door-code-hint">
            {words.say("door-code-hint")}
          </p>
          <button type="submit" class="btn pri" disabled={busy}>
            {words.say("door-code-check")}
          </button>
        </form>
      )}
    </Sheet>
  );
}
