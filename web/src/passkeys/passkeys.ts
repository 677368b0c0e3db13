/** Logging in by a passkey, and adding one. Without this script, and in browsers without passkeys, neither is shown. */
import { offerAdding } from "./add.ts";
import { hasPasskeys } from "./ceremony.ts";
import { offerLogin } from "./login.ts";

if (hasPasskeys()) {
  const login = document.querySelector<HTMLElement>("[data-passkey-login]");
  if (login) {
    offerLogin(login);
  }
  const form = document.querySelector<HTMLFormElement>("form[data-passkey-add]");
  if (form) {
    offerAdding(form);
  }
}
