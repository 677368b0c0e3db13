import { baseOf, filled, type Parameters, queried } from "./address.ts";
import { answerOf, contentOf, sessionOf } from "./content.ts";
import { DoorstepError } from "./error.ts";
import { follow, type Tracking } from "./follow.ts";
import type { Retries } from "./retry.ts";
import type { components } from "./schema.ts";
import { type Call, type Manner, nameOf, send, TIMEOUT_MS } from "./transport.ts";
import type {
  AnswerOf,
  CallOptions,
  CallSettings,
  Method,
  OperationOf,
  PagedPath,
  PathOf,
  Rest,
} from "./types.ts";

/** How a client is made. */
export interface DoorstepOptions {
  /** Where the server is, such as `https://track.example.org`. */
  readonly server: string | URL;
  /** A key of `doorstep admin key create`, or the token of a device. */
  readonly key?: string | undefined;
  /** Instead of a key: the cookie of a recipient's session, such as `doorstep_session=…`. `logIn` takes care of it. */
  readonly session?: string | undefined;
  /** Whether calls that did not get through are made again, where that does no harm; not when nothing is said. */
  readonly retries?: Retries | undefined;
  /** How long each try may take, in milliseconds; 30,000 when nothing is said. */
  readonly timeoutMs?: number | undefined;
  /** What sends requests, instead of the platform's `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** Who logs in. */
export type Login = components["schemas"]["Login"];

/** What may be asked for, for any operation. */
interface AnyOptions extends CallSettings {
  readonly path?: Parameters | undefined;
  readonly query?: Parameters | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
}

/**
 * A server of Doorstep, as its document describes it.
 *
 * Every method throws a `DoorstepError` when the call did not do what it was asked for, and a `TypeError` when it
 * cannot be made at all.
 */
export class Doorstep {
  readonly #options: DoorstepOptions;
  readonly #base: string;
  readonly #manner: Manner;
  readonly #identity: Readonly<Record<string, string>>;

  /** @throws TypeError when the address, the key or the session is none; none of them is repeated in its text. */
  constructor(options: DoorstepOptions) {
    const { fetch: sender = fetch, timeoutMs = TIMEOUT_MS, retries, key, session } = options;
    this.#options = options;
    this.#base = baseOf(options.server);
    // A browser's `fetch` minds what it is called on.
    this.#manner = { fetch: (...asked) => sender(...asked), timeoutMs, retries };
    this.#identity = {
      ...(key === undefined ? {} : { authorization: `Bearer ${visible("key", key)}` }),
      ...(session === undefined ? {} : { cookie: visible("session", session) }),
    };
  }

  /** Reads. */
  get<P extends PathOf<"get">>(
    path: P,
    ...[options]: Rest<CallOptions<"get", P>>
  ): Promise<AnswerOf<OperationOf<"get", P>>> {
    return this.#ask("get", path, options);
  }

  /** Adds, or makes happen. Made again only with an `idempotencyKey`. */
  post<P extends PathOf<"post">>(
    path: P,
    ...[options]: Rest<CallOptions<"post", P>>
  ): Promise<AnswerOf<OperationOf<"post", P>>> {
    return this.#ask("post", path, options);
  }

  /** Sets. */
  put<P extends PathOf<"put">>(
    path: P,
    ...[options]: Rest<CallOptions<"put", P>>
  ): Promise<AnswerOf<OperationOf<"put", P>>> {
    return this.#ask("put", path, options);
  }

  /** Changes what is told and leaves the rest. Never made again by itself. */
  patch<P extends PathOf<"patch">>(
    path: P,
    ...[options]: Rest<CallOptions<"patch", P>>
  ): Promise<AnswerOf<OperationOf<"patch", P>>> {
    return this.#ask("patch", path, options);
  }

  /** Removes. Made again after an answer that was lost, it may find nothing there any more: `not_found`. */
  delete<P extends PathOf<"delete">>(
    path: P,
    ...[options]: Rest<CallOptions<"delete", P>>
  ): Promise<AnswerOf<OperationOf<"delete", P>>> {
    return this.#ask("delete", path, options);
  }

  /** The pages of a list, each asked for when the one before was read. */
  async *pages<P extends PagedPath>(
    path: P,
    ...[options]: Rest<CallOptions<"get", P>>
  ): AsyncGenerator<AnswerOf<OperationOf<"get", P>>, void, undefined> {
    let asked: AnyOptions = options ?? {};
    for (;;) {
      const page = await this.#ask("get", path, asked);
      yield page;
      const { next } = page as { next?: string | null };
      if (!next) {
        return;
      }
      if (next === asked.query?.after) {
        const detail = "The page names itself as the next one.";
        throw new DoorstepError(`GET ${path}`, "unexpected_answer", { status: 200, detail });
      }
      asked = { ...asked, query: { ...asked.query, after: next } };
    }
  }

  /**
   * What the recipient who is logged in may see of their parcel: now, and after each change for as long as it is read.
   *
   * It comes back by itself where the connection breaks off; `break` or the signal ends it.
   */
  follow(parcel: string, settings: CallSettings = {}): AsyncGenerator<Tracking, void, undefined> {
    const options = { ...settings, path: { id: parcel } };
    const call = this.#call("get", "/v1/parcels/{id}/tracking/stream", options);
    return follow({ ...call, headers: { ...call.headers, accept: "text/event-stream" } }, this.#manner);
  }

  /** The same server as whoever logs in sees it. In a browser its cookie holds the session, elsewhere the client does. */
  async logIn(login: Login, settings: CallSettings = {}): Promise<Doorstep> {
    const nobody = new Doorstep({ ...this.#options, key: undefined, session: undefined });
    const call = nobody.#call("post", "/v1/session", { ...settings, body: login });
    const session = await send(call, this.#manner, async (answer) => sessionOf(answer));
    return new Doorstep({ ...this.#options, key: undefined, session });
  }

  async #ask<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    options: AnyOptions = {},
  ): Promise<AnswerOf<OperationOf<M, P>>> {
    const call = this.#call(method, path, options);
    const answer = await send(call, this.#manner, (response) => answerOf(nameOf(call), response));
    // What an operation answers was agreed with the server, whose document the types are made from.
    return answer as AnswerOf<OperationOf<M, P>>;
  }

  #call(method: Method, path: string, options: AnyOptions): Call {
    const { idempotencyKey, signal, timeoutMs } = options;
    const { body, headers } = contentOf(options.body);
    const once =
      idempotencyKey === undefined ? {} : { "idempotency-key": visible("idempotencyKey", idempotencyKey) };
    return {
      method: method.toUpperCase(),
      path,
      url: this.#base + filled(path, options.path) + queried(options.query),
      headers: { accept: "application/json, */*;q=0.5", ...this.#identity, ...headers, ...once },
      body,
      signal,
      timeoutMs,
      isRepeatable: this.#isRepeatable(method, options),
    };
  }

  /** The server keeps `Idempotency-Key` for operators alone, so a recipient's `POST` is never made twice. */
  #isRepeatable(method: Method, options: AnyOptions): boolean {
    const isOnce = options.idempotencyKey !== undefined && this.#options.key !== undefined;
    return method === "post" ? isOnce : method !== "patch";
  }
}

/** A text that can be a header. What it is is not repeated, since it may be a secret. */
function visible(name: string, text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new TypeError(`${name}: this must be visible ASCII characters, without spaces`);
  }
  return text;
}
