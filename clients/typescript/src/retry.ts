import { DoorstepError } from "./error.ts";

/** Whether and how a call that did not get through is made again. */
export interface Retries {
  /** How often a call is made again at most. */
  readonly times: number;
  /** The first pause; each is twice as long as the one before, and spread by half. 500 when nothing is said. */
  readonly firstPauseMs?: number;
  /** The longest pause. Where the server asks for a longer one, the call fails at once. 30,000 when nothing is said. */
  readonly longestPauseMs?: number;
}

/** Statuses that say "not now", of a server or of what stands before it. */
const NOT_NOW: ReadonlySet<number | undefined> = new Set([429, 502, 503, 504]);

/** Whether the same call may go well a little later. */
export function mayPass(error: unknown): error is DoorstepError {
  if (!(error instanceof DoorstepError)) {
    return false;
  }
  const isWithoutAnswer = error.code === "unreachable" || error.code === "timed_out";
  return isWithoutAnswer || NOT_NOW.has(error.status) || error.code === "idempotency_key_in_use";
}

/** Pauses that grow from try to try, each spread by half so that many callers do not return at once. */
export class Pauses {
  readonly #first: number;
  readonly #longest: number;
  readonly #random: () => number;
  #tries = 0;

  constructor(firstMs = 500, longestMs = 30_000, random: () => number = Math.random) {
    this.#first = firstMs;
    this.#longest = longestMs;
    this.#random = random;
  }

  /** How long to wait before the next try, in milliseconds; nothing where the server asks for more than may be. */
  next(retryAfterS: number | undefined): number | undefined {
    const asked = (retryAfterS ?? 0) * 1000;
    if (asked > this.#longest) {
      return undefined;
    }
    const grown = Math.min(this.#longest, this.#first * 2 ** this.#tries);
    this.#tries += 1;
    return Math.max(asked, grown * (0.5 + this.#random() / 2));
  }

  /** It worked: the next failure begins small again. */
  reset(): void {
    this.#tries = 0;
  }
}

/** Waits, or throws the reason of `signal` as soon as that is aborted. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, failed) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      failed(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      done();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
