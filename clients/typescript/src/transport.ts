import { DoorstepError, errorOf } from "./error.ts";
import { mayPass, Pauses, pause, type Retries } from "./retry.ts";

/** How long a try may take when nobody says. */
export const TIMEOUT_MS = 30_000;

/** A call as it is sent. */
export interface Call {
  readonly method: string;
  /** The path as the document has it, by which errors name the call. */
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: BodyInit | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  /** Whether it does no harm when it arrives twice. */
  readonly isRepeatable: boolean;
}

/** What every call of a client has in common. */
export interface Manner {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly retries: Retries | undefined;
}

/**
 * Makes a call, again where that is wished for and safe, and reads its answer.
 *
 * @throws DoorstepError for every failure, but the reason of the call's own signal when that was aborted.
 */
export async function send<A>(
  call: Call,
  manner: Manner,
  read: (answer: Response) => Promise<A>,
): Promise<A> {
  const { times = 0, firstPauseMs, longestPauseMs } = (call.isRepeatable && manner.retries) || {};
  const pauses = new Pauses(firstPauseMs, longestPauseMs);
  for (let left = times; ; left -= 1) {
    try {
      return await attempt(call, manner, read);
    } catch (error) {
      const wait = left > 0 && mayPass(error) ? pauses.next(error.retryAfterS) : undefined;
      if (wait === undefined) {
        throw error;
      }
      await pause(wait, call.signal);
    }
  }
}

/** Makes a call once. The time limit holds until the answer is read. */
async function attempt<A>(call: Call, manner: Manner, read: (answer: Response) => Promise<A>): Promise<A> {
  const deadline = AbortSignal.timeout(call.timeoutMs ?? manner.timeoutMs);
  const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline;
  try {
    const response = await ask(call, manner, signal);
    return await read(response);
  } catch (error) {
    throw failureOf(call, error, deadline);
  }
}

/**
 * Sends a call and hands out its answer if that is one of success.
 *
 * @throws DoorstepError for any other answer, and whatever `fetch` throws.
 */
export async function ask(call: Call, manner: Manner, signal: AbortSignal): Promise<Response> {
  const { method, headers, body } = call;
  const init: RequestInit = { method, headers, redirect: "manual", cache: "no-store", signal };
  const response = await manner.fetch(call.url, body === undefined ? init : { ...init, body });
  if (!response.ok) {
    throw await errorOf(nameOf(call), response);
  }
  return response;
}

/** What is thrown instead of what `fetch` threw. */
export function failureOf(call: Call, error: unknown, deadline: AbortSignal): unknown {
  if (error instanceof DoorstepError) {
    return error;
  }
  if (call.signal?.aborted) {
    return call.signal.reason;
  }
  if (deadline.aborted) {
    return new DoorstepError(nameOf(call), "timed_out", { detail: "The server did not answer in time." });
  }
  return new DoorstepError(nameOf(call), "unreachable", {
    detail: "The server cannot be reached.",
    cause: error,
  });
}

/** What errors call it. */
export function nameOf(call: Call): string {
  return `${call.method} ${call.path}`;
}
