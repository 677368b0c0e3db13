/**
 * The server's clock as far as the page knows it: every message says what time it was there, and the page says how
 * fast that clock runs. Ages are counted in it, so a device whose own clock is wrong still tells the truth.
 */
export class ServerClock {
  readonly speed: number;
  readonly #own: () => number;
  #known: { server: number; own: number } | undefined;

  constructor(speed = 1, own: () => number = Date.now) {
    this.speed = Number.isFinite(speed) && speed > 0 ? speed : 1;
    this.#own = own;
  }

  /** Learns what time it is at the server just now, in milliseconds since 1970. */
  set(server: number): void {
    if (Number.isFinite(server)) {
      this.#known = { server, own: this.#own() };
    }
  }

  /** What time it is at the server, in milliseconds since 1970; nothing before the first message. */
  now(): number | undefined {
    if (!this.#known) {
      return undefined;
    }
    return this.#known.server + Math.max(0, this.#own() - this.#known.own) * this.speed;
  }

  /** How long a span of the server's clock takes here. */
  own(span: number): number {
    return span / this.speed;
  }
}

/** The instant in milliseconds since 1970, or `undefined` where the text is none. */
export function instant(text: string | null | undefined): number | undefined {
  const parsed = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** The clock of this page, as `data-speed` and `data-now` tell. */
export function pageClock(main: HTMLElement): ServerClock {
  const speed = main.dataset.speed ?? document.documentElement.dataset.speed;
  const clock = new ServerClock(speed ? Number(speed) : 1);
  const now = instant(main.dataset.now ?? document.documentElement.dataset.now);
  if (now !== undefined) {
    clock.set(now);
  }
  return clock;
}
