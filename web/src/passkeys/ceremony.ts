/** What every ceremony with a passkey has: the server says what to ask for, and takes what was answered. */

/** How long the server waits for the end of a ceremony. */
export const CEREMONY_MS = 300_000;

/** A ceremony that the server began. */
export interface Ceremony<Options> {
  readonly ceremony: string;
  readonly options: Options;
}

/** The server's word that something did not work. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Whether this browser keeps passkeys and reads what the server writes. */
export function hasPasskeys(): boolean {
  return "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;
}

/** Begins a ceremony. */
export async function begin<Options>(path: string, signal?: AbortSignal): Promise<Ceremony<Options>> {
  const answer = await send(path, undefined, signal);
  return (await answer.json()) as Ceremony<Options>;
}

/** Ends a ceremony with what the authenticator answered, and what else there is to say. */
export async function finish(
  path: string,
  ceremony: string,
  answered: Credential | null,
  more = {},
): Promise<void> {
  const credential = answered instanceof PublicKeyCredential ? answered.toJSON() : {};
  await send(path, { ceremony, credential, ...more });
}

/** Says what went wrong where the page has a place for it; nothing when all is well. */
export function tell(place: HTMLElement, words: string | undefined): void {
  const trouble = place.querySelector<HTMLElement>(".trouble");
  const text = trouble?.querySelector("span");
  if (trouble && text) {
    text.textContent = words ?? "";
    trouble.hidden = !words;
  }
}

async function send(path: string, body: object | undefined, signal?: AbortSignal): Promise<Response> {
  const answer = await fetch(path, {
    method: "POST",
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    ...(signal && { signal }),
  });
  if (!answer.ok) {
    const problem: unknown = await answer.json().catch(() => undefined);
    throw new Refused(codeOf(problem));
  }
  return answer;
}

function codeOf(problem: unknown): string {
  const code = typeof problem === "object" && problem && "code" in problem ? problem.code : undefined;
  return typeof code === "string" ? code : "unknown";
}
