import { Backoff } from "../../live/backoff.ts";
import type { Entry, Refused } from "./model.ts";
import type { Verdict } from "./read.ts";

/** Where entries are kept until the server has them; it outlives the page. */
export interface Box {
  /** The oldest entries, at most that many. */
  entries(limit: number): Promise<Entry[]>;
  /** Keeps entries. */
  add(entries: readonly Entry[]): Promise<void>;
  /** Forgets entries. */
  remove(ids: readonly string[]): Promise<void>;
  /** Moves entries to those that were not taken. */
  refuse(refused: readonly Refused[]): Promise<void>;
}

/** What came of sending a batch. */
export type Sent =
  | { readonly is: "answered"; readonly verdicts: readonly Verdict[] }
  | { readonly is: "too_large" | "unreadable" | "logged_out" }
  | { readonly is: "later"; readonly afterMs?: number };

/** Sends entries of one tour. */
export type Send = (tour: string, entries: readonly Entry[]) => Promise<Sent>;

/** What the queue tells after each try. */
export type Told = "sent" | "waiting" | "logged_out";

/** What the app notes by itself. */
const UNASKED: readonly string[] = ["fix", "instruction_seen"];
/** The largest number of entries in one request. */
const BATCH_MAX = 500;

/**
 * Sends what is kept, oldest first, each entry until the server answered for it. Entries that are still held back wait;
 * without signal all wait.
 */
export class Queue {
  readonly #box: Box;
  readonly #send: Send;
  readonly #now: () => number;
  readonly #backoff = new Backoff(2_000, 60_000);
  #batch = BATCH_MAX;
  #busy: Promise<Told> | undefined;
  #notBefore = 0;

  constructor(box: Box, send: Send, now: () => number = Date.now) {
    this.#box = box;
    this.#send = send;
    this.#now = now;
  }

  /** Sends all that may be sent. One such run at a time; asking again joins it. */
  flush(): Promise<Told> {
    this.#busy ??= this.#run().finally(() => {
      this.#busy = undefined;
    });
    return this.#busy;
  }

  /** Lets the next run try at once: the signal came back. */
  hurry(): void {
    this.#notBefore = 0;
    this.#backoff.reset();
  }

  async #run(): Promise<Told> {
    while (this.#now() >= this.#notBefore) {
      const batch = await this.#due();
      const tour = batch[0]?.tour;
      if (tour === undefined) {
        return "sent";
      }
      const told = await this.#settle(batch, await this.#send(tour, batch));
      if (told) {
        return told;
      }
    }
    return "waiting";
  }

  /** The oldest entries that may be sent, all of one tour. */
  async #due(): Promise<Entry[]> {
    const entries = await this.#box.entries(BATCH_MAX * 2);
    const due = entries.filter((entry) => entry.heldUntil <= this.#now());
    return due.filter((entry) => entry.tour === due[0]?.tour).slice(0, this.#batch);
  }

  /** Draws the consequence of an answer; nothing when it may go on at once. */
  async #settle(batch: readonly Entry[], sent: Sent): Promise<Told | undefined> {
    switch (sent.is) {
      case "answered":
        return this.#answered(batch, sent.verdicts);
      case "too_large":
      case "unreadable":
        return this.#split(batch);
      case "logged_out":
        return "logged_out";
      case "later":
        return this.#wait(sent.afterMs);
    }
  }

  async #answered(batch: readonly Entry[], verdicts: readonly Verdict[]): Promise<Told | undefined> {
    const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
    const answered = batch.filter((entry) => byId.has(entry.id));
    if (answered.length === 0) {
      return this.#wait();
    }
    const refused = answered.flatMap((entry) => {
      const verdict = byId.get(entry.id);
      return verdict?.result === "refused" ? [{ id: entry.id, code: verdict.code, entry }] : [];
    });
    // A place that is not wanted is no loss for the driver, nor is what was seen: it is only work that is worth a word.
    await this.#box.refuse(refused.filter(({ entry }) => !UNASKED.includes(entry.what.kind)));
    await this.#box.remove(answered.map((entry) => entry.id));
    this.#backoff.reset();
    this.#batch = BATCH_MAX;
    return undefined;
  }

  /** Halves the batch until the one entry is found that the server cannot read. */
  async #split(batch: readonly Entry[]): Promise<undefined> {
    if (batch.length > 1) {
      this.#batch = Math.ceil(batch.length / 2);
      return;
    }
    await this.#box.refuse(batch.map((entry) => ({ id: entry.id, code: "other", entry })));
    await this.#box.remove(batch.map((entry) => entry.id));
    this.#batch = BATCH_MAX;
  }

  #wait(afterMs?: number): Told {
    this.#notBefore = this.#now() + (afterMs ?? this.#backoff.next());
    return "waiting";
  }
}
