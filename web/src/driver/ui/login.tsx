import { useState } from "preact/hooks";
import type { LoginTrouble } from "../device/server.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";

const TROUBLES: Readonly<Record<LoginTrouble, string>> = {
  refused: "code-refused",
  wait: "login-wait",
  offline: "login-offline",
  failed: "login-failed",
};

/** Logging in with the code that the dispatcher gave. */
export function Login() {
  const { app, words } = useShared();
  const [code, setCode] = useState("");
  const [trouble, setTrouble] = useState<LoginTrouble>();
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const is = await app.logIn(code.trim());
    setBusy(false);
    setTrouble(is === "in" ? undefined : is);
  };
  return (
    <section class="login">
      <h1>{words.say("login-title")}</h1>
      <form onSubmit={(event) => void send(event)}>
        <label for="code">{words.say("code")}</label>
        <input
          id="code"
          class="code"
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={64}
          required
          aria-describedby="code-hint"
          aria-invalid={trouble === "refused"}
        />
        <p class="hint" id="code-hint">
          {words.say("code-hint")}
        </p>
        {trouble && (
          <p class="trouble" role="alert">
            <Icon name="alert" />
            {words.say(TROUBLES[trouble])}
          </p>
        )}
        <button type="submit" class="btn pri" disabled={busy}>
          {words.say("login-button")}
        </button>
      </form>
    </section>
  );
}
