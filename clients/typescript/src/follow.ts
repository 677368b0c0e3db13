import { DoorstepError, parsed } from "./error.ts";
import { mayPass, Pauses, pause } from "./retry.ts";
import type { components } from "./schema.ts";
import { EventReader, type Told } from "./sse.ts";
import { ask, type Call, failureOf, type Manner, nameOf } from "./transport.ts";

/** What a recipient may see of their parcel. */
export type Tracking = components["schemas"]["TrackingJson"];

/** A stream says every 15 seconds that it is there; one that is silent for longer than this is dead. */
export const SILENCE_MS = 45_000;

/** How long to wait before coming back: where the server does not say, and the bounds of what it may say. */
const COME_BACK_MS = { usual: 3_000, least: 100, most: 60_000 } as const;

/**
 * Follows a parcel: what may be seen of it at first and after each change, for as long as it is read.
 *
 * Where the stream breaks off it comes back by itself and tells only what is new.
 *
 * @throws DoorstepError when it cannot be opened, with the tries of any other call, or when the server ends it for good.
 */
export async function* follow(
  call: Call,
  manner: Manner,
  silenceMs: number = SILENCE_MS,
): AsyncGenerator<Tracking, void, undefined> {
  const { times = 0, firstPauseMs, longestPauseMs } = manner.retries ?? {};
  let left = times;
  let pauses = new Pauses(firstPauseMs, longestPauseMs);
  let lastId = "";
  for (;;) {
    let failure: DoorstepError | undefined;
    try {
      for await (const told of messages(call, manner, lastId, silenceMs)) {
        left = Number.POSITIVE_INFINITY;
        if ("retryMs" in told) {
          pauses = comingBack(told.retryMs);
        } else {
          pauses.reset();
          lastId = told.id;
          if (told.event === "tracking") {
            yield viewOf(call, told.data);
          }
        }
      }
    } catch (error) {
      if (left <= 0 || !mayPass(error)) {
        throw error;
      }
      left -= 1;
      failure = error;
    }
    const wait = pauses.next(failure?.retryAfterS);
    if (wait === undefined) {
      throw failure;
    }
    await pause(wait, call.signal);
  }
}

function comingBack(toldMs: number): Pauses {
  return new Pauses(Math.min(Math.max(toldMs, COME_BACK_MS.least), COME_BACK_MS.most), COME_BACK_MS.most);
}

/** The messages of one connection, until it ends. */
async function* messages(
  call: Call,
  manner: Manner,
  lastId: string,
  silenceMs: number,
): AsyncGenerator<Told, void, undefined> {
  const silence = new Silence();
  const signal = call.signal ? AbortSignal.any([call.signal, silence.signal]) : silence.signal;
  const headers = lastId === "" ? call.headers : { ...call.headers, "last-event-id": lastId };
  try {
    const opening = ask({ ...call, headers }, manner, signal);
    const response = await silence.limit(call.timeoutMs ?? manner.timeoutMs, opening);
    const events = new EventReader();
    const text = new TextDecoder();
    const body = bodyOf(call, response);
    for (;;) {
      const { done, value } = await silence.limit(silenceMs, body.read());
      if (done) {
        return;
      }
      yield* read(call, events, text.decode(value, { stream: true }));
    }
  } catch (error) {
    throw failureOf(call, error, silence.signal);
  } finally {
    // Whoever stops reading closes the connection.
    silence.abort();
  }
}

function bodyOf(call: Call, response: Response): ReadableStreamDefaultReader<Uint8Array> {
  const kind = response.headers.get("content-type") ?? "";
  if (!response.body || !kind.startsWith("text/event-stream")) {
    throw unexpected(call, response.status, "The answer is no stream of events.");
  }
  return response.body.getReader();
}

function read(call: Call, events: EventReader, piece: string): Told[] {
  try {
    return events.read(piece);
  } catch (error) {
    if (error instanceof RangeError) {
      throw unexpected(call, 200, `In the stream ${error.message}.`);
    }
    throw error;
  }
}

/** What a view is was agreed with the server, whose document the types are made from. */
function viewOf(call: Call, data: string): Tracking {
  const value = parsed(data);
  if (typeof value !== "object" || value === null) {
    throw unexpected(call, 200, "A message of the stream is not JSON.");
  }
  return value as Tracking;
}

function unexpected(call: Call, status: number, detail: string): DoorstepError {
  return new DoorstepError(nameOf(call), "unexpected_answer", { status, detail });
}

/** Ends a connection on which nothing is heard. */
class Silence {
  readonly #controller = new AbortController();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for something for so long at most. */
  async limit<T>(ms: number, something: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.abort(), ms);
    try {
      return await something;
    } finally {
      clearTimeout(timer);
    }
  }

  abort(): void {
    this.#controller.abort();
  }
}
