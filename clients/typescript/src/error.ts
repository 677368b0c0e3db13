import type { components } from "./schema.ts";

/** One thing that is wrong with the input, and where. */
export type InputProblem = components["schemas"]["InputProblem"];

/** What is told of a failure beside its code. */
export interface Failure {
  /** The HTTP status; absent where no answer came. */
  readonly status?: number | undefined;
  /** What went wrong this time, in English. */
  readonly detail?: string | undefined;
  /** Everything that is wrong with the input. */
  readonly problems?: readonly InputProblem[] | undefined;
  /** What stands now, where someone else changed it meanwhile. */
  readonly now?: unknown;
  /** After how many seconds to ask again, where the server says so. */
  readonly retryAfterS?: number | undefined;
  /** What lies behind it. */
  readonly cause?: unknown;
}

/**
 * Why a call did not do what it was asked for.
 *
 * `code` is the server's, which never changes, or one of ours where no such answer came: `unreachable`, `timed_out`,
 * `redirected` and `unexpected_answer`. Neither the text nor a field holds the key or a body that was sent.
 */
export class DoorstepError extends Error {
  override readonly name = "DoorstepError";
  readonly code: string;
  readonly status: number | undefined;
  readonly detail: string | undefined;
  readonly problems: readonly InputProblem[];
  readonly now: unknown;
  readonly retryAfterS: number | undefined;

  /** `call` is what was asked for, such as `GET /v1/parcels/{id}`. */
  constructor(call: string, code: string, failure: Failure = {}) {
    const status = failure.status === undefined ? "" : ` (${failure.status})`;
    const detail = failure.detail === undefined ? "" : `: ${failure.detail}`;
    super(`${call}: ${code}${status}${detail}`, failure.cause === undefined ? {} : { cause: failure.cause });
    this.code = code;
    this.status = failure.status;
    this.detail = failure.detail;
    this.problems = failure.problems ?? [];
    this.now = failure.now;
    this.retryAfterS = failure.retryAfterS;
  }
}

/** The error that an answer tells, which is none of success. */
export async function errorOf(call: string, response: Response): Promise<DoorstepError> {
  const { status } = response;
  const retryAfterS = secondsOf(response.headers.get("retry-after"));
  // Browsers tell of a redirect that they did not follow with the status 0.
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    await response.body?.cancel();
    const detail = "The server sends to another address. Give that one as `server`.";
    return new DoorstepError(call, "redirected", { status, detail });
  }
  const problem = readProblem(await response.text());
  if (!problem) {
    const detail = "The answer is no problem document. Something else than Doorstep may have given it.";
    return new DoorstepError(call, "unexpected_answer", { status, detail, retryAfterS });
  }
  return new DoorstepError(call, problem.code, { ...problem, status, retryAfterS });
}

interface ToldProblem {
  readonly code: string;
  readonly detail: string | undefined;
  readonly problems: readonly InputProblem[];
  readonly now: unknown;
}

/** Reads a problem document (RFC 9457) as far as it is one. */
function readProblem(text: string): ToldProblem | undefined {
  const value = parsed(text);
  if (!isRecord(value) || typeof value.code !== "string") {
    return undefined;
  }
  const problems = Array.isArray(value.problems) ? value.problems.filter(isInputProblem) : [];
  const detail = typeof value.detail === "string" ? value.detail : undefined;
  return { code: value.code, detail, problems, now: value.now };
}

function isInputProblem(value: unknown): value is InputProblem {
  return (
    isRecord(value) &&
    typeof value.at === "string" &&
    typeof value.code === "string" &&
    typeof value.detail === "string"
  );
}

/** `Retry-After` in seconds, told as such or as a date. */
export function secondsOf(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null) {
    return undefined;
  }
  if (/^\d{1,9}$/.test(header.trim())) {
    return Number(header);
  }
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/** The JSON value of a text, or `undefined` where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
