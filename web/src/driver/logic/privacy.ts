/** Who sees the driver, and what is kept of them, as the server tells it. */
import { instant } from "../../live/clock.ts";
import { isFields, list, number, oneOf, text } from "./fields.ts";

const KEPT = ["tour_logs", "reports", "audit"] as const;
const LOOKERS = ["account", "key", "command"] as const;

/** Something that is kept, its last day, such as 2025-11-27, and what for where the operator had to say it. */
export interface Kept {
  readonly what: (typeof KEPT)[number];
  readonly until: string;
  readonly purpose: string;
}

/** Someone of the staff who looked, once or for a while. */
export interface Look {
  readonly from: number;
  readonly until: number;
  readonly by: (typeof LOOKERS)[number];
  readonly name: string;
}

export interface Privacy {
  readonly watchers: number;
  readonly kept: readonly Kept[];
  readonly looks: readonly Look[];
}

/** Reads the answer. */
export function readPrivacy(value: unknown): Privacy | undefined {
  if (!isFields(value)) {
    return undefined;
  }
  const watchers = number(value.watchers) ?? 0;
  return { watchers, kept: list(value.kept, readKept), looks: list(value.looks, readLook) };
}

function readKept(value: unknown): Kept | undefined {
  const what = isFields(value) ? oneOf(KEPT, value.what) : undefined;
  const until = isFields(value) ? text(value.until) : undefined;
  const purpose = isFields(value) ? (text(value.purpose) ?? "") : "";
  return what && until ? { what, until, purpose } : undefined;
}

function readLook(value: unknown): Look | undefined {
  if (!isFields(value)) {
    return undefined;
  }
  const from = instant(text(value.from));
  const until = instant(text(value.until));
  const by = oneOf(LOOKERS, value.by);
  const isWhole = from !== undefined && until !== undefined && by !== undefined;
  return isWhole ? { from, until, by, name: text(value.name) ?? "" } : undefined;
}
