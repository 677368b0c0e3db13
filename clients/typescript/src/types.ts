import type { paths } from "./schema.ts";

/** The methods that operations have. */
export type Method = "get" | "put" | "post" | "patch" | "delete";

/** The paths that have an operation of this method; streams are followed, not got. */
export type PathOf<M extends Method> = Exclude<
  { [P in keyof paths]: paths[P][M] extends undefined ? never : P }[keyof paths],
  `${string}/stream`
>;

/** An operation of the document. */
export type OperationOf<M extends Method, P extends keyof paths> = paths[P][M];

/** What may be said of one call, beside what the operation takes. */
export interface CallSettings {
  /** Ends the call and all its tries; what is thrown then is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long each try may take, in milliseconds, instead of what the client was made with. */
  readonly timeoutMs?: number | undefined;
}

/** What an operation takes: its parameters, its body, and how the call is made. */
export type CallOptions<M extends Method, P extends keyof paths> = ParametersOf<OperationOf<M, P>> &
  BodyOf<OperationOf<M, P>> &
  CallSettings &
  (M extends "post" ? Keyed : unknown);

/** What makes a `POST` one that is done once, however often it is sent. */
export interface Keyed {
  /**
   * The same key with the same body gets the same answer for a day, and nothing is done twice. Take what names the
   * deed in your own books, such as the number of a shipment. 1 to 255 visible ASCII characters; operators' calls only.
   */
  readonly idempotencyKey?: string | undefined;
}

/** The options of a call, which may be left out where nothing is needed. */
export type Rest<O> = Record<never, never> extends O ? [options?: O] : [options: O];

/** What an operation answers when it went well: `undefined` where there is nothing to tell. */
export type AnswerOf<O> = O extends { responses: infer R }
  ? { [S in keyof R & Success]: R[S] extends { content: infer C } ? Decoded<C> : undefined }[keyof R &
      Success]
  : never;

/** The paths of lists that come in pages: those that can be asked for what comes after something. */
export type PagedPath = { [P in PathOf<"get">]: "after" extends QueryNames<P> ? P : never }[PathOf<"get">];

/** What is sent as it is, where an operation takes something else than JSON. */
export type Raw = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | URLSearchParams | string;

type QueryNames<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? [NonNullable<Q>] extends [never]
    ? never
    : keyof NonNullable<Q>
  : never;

type Success = 200 | 201 | 202 | 204;

type ParametersOf<O> = O extends { parameters: infer Q } ? Pick<Q, keyof Q & ("path" | "query")> : unknown;

type BodyOf<O> = O extends { requestBody: { content: infer C } }
  ? { readonly body: Encoded<C> }
  : O extends { requestBody?: { content: infer C } | undefined }
    ? { readonly body?: Encoded<C> }
    : { readonly body?: never };

type Encoded<C> = C extends { "application/json": infer J } ? J : Raw;

type Decoded<C> = C extends { "application/json": infer J }
  ? J
  : keyof C extends `text/${string}`
    ? string
    : Blob;
