import { Backoff } from "../live/backoff.ts";

/** What a tracker hears. */
export interface TrackerListener {
  /** How the parcel stands, and the token that told it. */
  message(data: string, token: string): void;
  /** Whether the server is heard. */
  hearing(isLive: boolean): void;
}

/** Where a tracker asks. */
export interface Where {
  /** The origin of the Doorstep server. */
  readonly server: string;
  /** The language of the words; the browser's where it is empty. */
  readonly language: string;
  /** Gives a token, another one each time; nothing where there is none. */
  token(): Promise<string | undefined>;
}

/** A tracker's stream. A token lasts for minutes: when it has ended, the stream goes on with another one. */
export class Connection {
  readonly #where: Where;
  readonly #listener: TrackerListener;
  readonly #backoff: Backoff;
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(where: Where, listener: TrackerListener, backoff = new Backoff(1_000, 60_000)) {
    this.#where = where;
    this.#listener = listener;
    this.#backoff = backoff;
  }

  /** Opens the stream with a token of the shop. */
  async open(): Promise<void> {
    const token = await this.#where.token();
    if (this.#isClosed) {
      return;
    }
    if (token === undefined) {
      this.#lost();
      return;
    }
    const language = this.#where.language;
    const query = language ? `?${new URLSearchParams({ lang: language })}` : "";
    const source = new EventSource(`${this.#where.server}/v1/embed/${token}/stream${query}`);
    this.#source = source;
    source.addEventListener("open", () => this.#heard());
    source.addEventListener("tracking", (event) => {
      this.#heard();
      this.#listener.message(event.data, token);
    });
    source.addEventListener("error", () => {
      this.#listener.hearing(false);
      // The browser comes back by itself unless the server refused.
      if (source.readyState === EventSource.CLOSED && source === this.#source) {
        this.#lost();
      }
    });
  }

  /** Closes it for ever. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#source?.close();
  }

  #heard(): void {
    this.#backoff.reset();
    this.#listener.hearing(true);
  }

  #lost(): void {
    this.#source = undefined;
    this.#listener.hearing(false);
    this.#retry = setTimeout(() => void this.open(), this.#backoff.next());
  }
}
