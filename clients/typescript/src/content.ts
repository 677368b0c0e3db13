import { DoorstepError, parsed } from "./error.ts";
import type { Raw } from "./types.ts";

/** A body and the header that says what it is. */
export interface Content {
  readonly body?: BodyInit;
  readonly headers: Readonly<Record<string, string>>;
}

/** The cookies that hold a session: over https, and over plain http. */
const COOKIES = ["__Host-doorstep_session", "doorstep_session"];

/** A body as it is sent: what is raw as it is, and everything else as JSON. */
export function contentOf(body: unknown): Content {
  if (body === undefined) {
    return { headers: {} };
  }
  // A Blob and a form say themselves what they are.
  if (isRaw(body)) {
    return { body, headers: {} };
  }
  return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

function isRaw(body: unknown): body is Raw {
  const kinds = [Blob, ArrayBuffer, Uint8Array, URLSearchParams];
  return typeof body === "string" || kinds.some((kind) => body instanceof kind);
}

/**
 * What an answer of success holds.
 *
 * @throws DoorstepError `unexpected_answer` when it says that it is JSON and is not.
 */
export async function answerOf(call: string, answer: Response): Promise<unknown> {
  const kind = answer.headers.get("content-type") ?? "";
  if (answer.status === 204 || answer.status === 205) {
    return undefined;
  }
  if (kind.startsWith("application/json")) {
    const value = parsed(await answer.text());
    if (value === undefined) {
      throw new DoorstepError(call, "unexpected_answer", {
        status: answer.status,
        detail: "The answer is not JSON.",
      });
    }
    return value;
  }
  return kind.startsWith("text/") ? answer.text() : answer.blob();
}

/** The cookie of the session that an answer begins. Browsers keep it and show it to no script. */
export function sessionOf(answer: Response): string | undefined {
  const pairs = answer.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]?.trim() ?? "");
  return pairs.find((pair) => COOKIES.some((name) => pair.startsWith(`${name}=`)));
}
