/**
 * A typed client for Doorstep. `schema.ts` is made from the server's own description of its interface; everything else
 * is written by hand and knows no operation by name but the login and the stream.
 */

export { Doorstep, type DoorstepOptions, type Login } from "./doorstep.ts";
export { DoorstepError, type Failure, type InputProblem } from "./error.ts";
export type { Tracking } from "./follow.ts";
export type { Retries } from "./retry.ts";
export type { components, operations, paths } from "./schema.ts";
export type {
  AnswerOf,
  CallOptions,
  CallSettings,
  Method,
  OperationOf,
  PagedPath,
  PathOf,
  Raw,
} from "./types.ts";
