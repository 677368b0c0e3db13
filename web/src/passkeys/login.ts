import { begin, CEREMONY_MS, finish, Refused, tell } from "./ceremony.ts";

const BEGIN = "/v1/passkey-ceremonies/login";

/** Shows the button, and lets the browser offer passkeys where the e-mail address is typed. */
export function offerLogin(place: HTMLElement): void {
  const button = place.querySelector("button");
  // A browser asks for one passkey at a time: while it asks because of the button, none is offered in the field.
  let offering = new AbortController();
  const offerInField = () => {
    offering = new AbortController();
    return offerUntil(offering.signal).catch((error: unknown) => tell(place, wordsFor(error, place.dataset)));
  };
  button?.addEventListener("click", () => {
    offering.abort();
    tell(place, undefined);
    button.disabled = true;
    logIn("optional").catch((error: unknown) => {
      tell(place, wordsFor(error, place.dataset));
      button.disabled = false;
      return offerInField();
    });
  });
  place.hidden = false;
  void offerInField();
}

/** Offers passkeys in the field until it is told to stop; each ceremony lasts as long as the server waits for it. */
async function offerUntil(stopped: AbortSignal): Promise<void> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return;
  }
  while (!stopped.aborted) {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(CEREMONY_MS)]);
    try {
      return await logIn("conditional", signal);
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }
}

async function logIn(mediation: CredentialMediationRequirement, signal?: AbortSignal): Promise<void> {
  const { ceremony, options } = await begin<PublicKeyCredentialRequestOptionsJSON>(BEGIN, signal);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const answered = await navigator.credentials.get({ publicKey, mediation, ...(signal && { signal }) });
  await finish("/v1/session/passkey", ceremony, answered);
  // The login leads on to the page that was asked for.
  window.location.assign("/login");
}

function wordsFor(error: unknown, words: DOMStringMap): string | undefined {
  return error instanceof Refused && error.code === "too_many_attempts" ? words.wait : words.failed;
}
