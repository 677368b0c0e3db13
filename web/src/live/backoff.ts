/** Waiting times that grow from try to try, each spread by half so that thousands of pages do not return at once. */
export class Backoff {
  readonly #first: number;
  readonly #last: number;
  readonly #random: () => number;
  #tries = 0;

  constructor(first = 1_000, last = 30_000, random: () => number = Math.random) {
    this.#first = first;
    this.#last = last;
    this.#random = random;
  }

  /** How long to wait before the next try. */
  next(): number {
    const full = Math.min(this.#last, this.#first * 2 ** this.#tries);
    this.#tries += 1;
    return full * (0.5 + this.#random() / 2);
  }

  /** It worked: the next failure begins small again. */
  reset(): void {
    this.#tries = 0;
  }
}
