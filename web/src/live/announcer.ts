/** What may be read aloud, at most once in a minute: what is new then, not everything in between. */
export class Announcer {
  static readonly PAUSE_MS = 60_000;
  readonly #say: (text: string) => void;
  readonly #later: (run: () => void, ms: number) => void;
  readonly #now: () => number;
  #said: string | undefined;
  #saidAt = Number.NEGATIVE_INFINITY;
  #next: string | undefined;

  constructor(
    say: (text: string) => void,
    later: (run: () => void, ms: number) => void = (run, ms) => setTimeout(run, ms),
    now: () => number = Date.now,
  ) {
    this.#say = say;
    this.#later = later;
    this.#now = now;
  }

  /** The first announcement is what the page said when it was opened; it is known and not repeated. */
  offer(text: string): void {
    if (this.#said === undefined) {
      this.#said = text;
      return;
    }
    const isWaiting = this.#next !== undefined;
    this.#next = text;
    if (isWaiting) {
      return;
    }
    const wait = this.#saidAt + Announcer.PAUSE_MS - this.#now();
    if (wait <= 0) {
      this.#speak();
    } else {
      this.#later(() => this.#speak(), wait);
    }
  }

  #speak(): void {
    const text = this.#next;
    this.#next = undefined;
    if (text === undefined || text === this.#said) {
      return;
    }
    this.#said = text;
    this.#saidAt = this.#now();
    this.#say(text);
  }
}
