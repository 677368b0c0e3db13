import { Backoff } from "./backoff.ts";

/** How the page hears from the server. */
export type Hearing = "live" | "away";

/** What the stream tells. */
export interface StreamListener {
  /** A message of the page's kind. */
  message(data: string): void;
  /** Whether the server is heard. */
  hearing(hearing: Hearing): void;
  /** The page's session or parcel is no longer there: only the server can say what to show now. */
  gone(): void;
}

/**
 * The page's stream. The browser itself comes back after a lost connection; where the server or a proxy answered with
 * an error it gives up, and then we try again ourselves.
 */
export class Stream {
  readonly #url: string;
  readonly #listener: StreamListener;
  readonly #backoff = new Backoff();
  #source: EventSource | undefined;
  #retry: number | undefined;

  constructor(url: string, listener: StreamListener) {
    this.#url = url;
    this.#listener = listener;
  }

  /** Opens the stream, or opens it anew. */
  open(): void {
    this.close();
    const source = new EventSource(this.#url);
    this.#source = source;
    source.addEventListener("open", () => this.#heard());
    source.addEventListener("page", (event) => {
      this.#heard();
      this.#listener.message(event.data);
    });
    source.addEventListener("error", () => this.#lost(source));
  }

  /** Closes it, for a page that is put away. */
  close(): void {
    window.clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
  }

  #heard(): void {
    this.#backoff.reset();
    this.#listener.hearing("live");
  }

  #lost(source: EventSource): void {
    if (source !== this.#source) {
      return;
    }
    this.#listener.hearing("away");
    if (source.readyState === EventSource.CLOSED) {
      this.#retry = window.setTimeout(() => void this.#ask(source), this.#backoff.next());
    }
  }

  /** Asks what the matter is, which an `EventSource` does not tell, and opens the stream if it is none. */
  async #ask(source: EventSource): Promise<void> {
    const status = await statusOf(this.#url);
    if (source !== this.#source) {
      return;
    }
    if (status === 401 || status === 403 || status === 404) {
      this.close();
      this.#listener.gone();
    } else if (status === 200) {
      this.open();
    } else {
      this.#retry = window.setTimeout(() => void this.#ask(source), this.#backoff.next());
    }
  }
}

async function statusOf(url: string): Promise<number | undefined> {
  const stop = new AbortController();
  try {
    const answer = await fetch(url, {
      headers: { accept: "text/event-stream" },
      cache: "no-store",
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(10_000)]),
    });
    return answer.status;
  } catch {
    return undefined;
  } finally {
    stop.abort();
  }
}
