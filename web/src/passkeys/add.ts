import { begin, finish, Refused, tell } from "./ceremony.ts";

const BEGIN = "/v1/passkey-ceremonies/new";

/** Shows the form that adds a passkey. */
export function offerAdding(form: HTMLFormElement): void {
  const button = form.querySelector("button");
  const add = async () => {
    const name = new FormData(form).get("name");
    const { ceremony, options } = await begin<PublicKeyCredentialCreationOptionsJSON>(BEGIN);
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const answered = await navigator.credentials.create({ publicKey });
    await finish("/v1/passkeys", ceremony, answered, { name });
    window.location.reload();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(form, undefined);
    button?.toggleAttribute("disabled", true);
    add()
      .catch((error: unknown) => tell(form, wordsFor(error, form.dataset)))
      .finally(() => button?.toggleAttribute("disabled", false));
  });
  form.hidden = false;
}

function wordsFor(error: unknown, words: DOMStringMap): string | undefined {
  const isKnown = error instanceof DOMException && error.name === "InvalidStateError";
  const code = error instanceof Refused ? error.code : undefined;
  if (isKnown || code === "passkey_known") {
    return words.known;
  }
  return code === "too_many_passkeys" ? words.full : words.failed;
}
