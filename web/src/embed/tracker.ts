import { Announcer } from "../live/announcer.ts";
import { AWAY_AFTER_MS } from "../live/notice.ts";
import { Connection } from "./connection.ts";
import { askForToken, isToken } from "./tokens.ts";
import { readTracking } from "./tracking.ts";
import { View } from "./view.ts";

const NAME = "doorstep-tracker";
/** Asks the page for another token, where it gives tokens itself. */
const TOKEN_WANTED = "doorstep-token-wanted";

/** The server that this script came from, where the browser tells. */
const SERVER = originOf((document.currentScript as HTMLScriptElement | null)?.src);

/**
 * How a parcel stands, in a page of a shop:
 * `<doorstep-tracker token-url="/orders/42/tracking-token"><a href="…">Track your parcel</a></doorstep-tracker>`.
 *
 * `token-url` is asked for `{"token": "…"}` on the shop's own server; a page may set `token` instead, and is asked for
 * another one by the event `doorstep-token-wanted`. `lang` is the language of the words, `server` the Doorstep server
 * where the script came from elsewhere. What stands in the element is shown until the first answer.
 */
class DoorstepTracker extends HTMLElement {
  static readonly observedAttributes = ["token", "token-url", "lang", "server"];
  readonly #view = new View(this.attachShadow({ mode: "open" }));
  readonly #announcer = new Announcer((text) => this.#view.say(text));
  #connection: Connection | undefined;
  #used: string | undefined;
  #heardAt: number | undefined;
  #awayTimer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#open();
  }

  disconnectedCallback(): void {
    this.#close();
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) {
      this.#open();
    }
  }

  #open(): void {
    this.#close();
    const server = originOf(this.getAttribute("server")) ?? SERVER;
    if (!server) {
      return;
    }
    const where = {
      server,
      language: this.lang || document.documentElement.lang,
      token: () => this.#token(),
    };
    this.#connection = new Connection(where, {
      message: (data, token) => this.#message(data, server, token),
      hearing: (isLive) => this.#hears(isLive),
    });
    void this.#connection.open();
  }

  #close(): void {
    clearTimeout(this.#awayTimer);
    this.#awayTimer = undefined;
    this.#connection?.close();
    this.#connection = undefined;
  }

  async #token(): Promise<string | undefined> {
    const url = this.getAttribute("token-url");
    if (url) {
      return askForToken(url);
    }
    const given = this.getAttribute("token");
    if (!isToken(given) || given === this.#used) {
      this.dispatchEvent(new CustomEvent(TOKEN_WANTED, { bubbles: true, composed: true }));
      return undefined;
    }
    this.#used = given;
    return given;
  }

  #message(data: string, server: string, token: string): void {
    const tracking = readTracking(data);
    if (tracking) {
      const query = new URLSearchParams({ lang: tracking.language });
      this.#view.show(tracking, server, `${server}/embed/${token}/map?${query}`);
      this.#announcer.offer(tracking.words.announcement);
    }
  }

  /** A server that is away for a moment is not worth a word. */
  #hears(isLive: boolean): void {
    if (isLive) {
      this.#heardAt = Date.now();
      clearTimeout(this.#awayTimer);
      this.#awayTimer = undefined;
      this.#view.tellAway(undefined);
    } else {
      this.#awayTimer ??= setTimeout(() => this.#view.tellAway(this.#heardAt), AWAY_AFTER_MS);
    }
  }
}

function originOf(address: string | null | undefined): string | undefined {
  if (!address) {
    return undefined;
  }
  try {
    const { origin, protocol } = new URL(address, document.baseURI);
    return protocol === "https:" || protocol === "http:" ? origin : undefined;
  } catch {
    return undefined;
  }
}

if (!customElements.get(NAME)) {
  customElements.define(NAME, DoorstepTracker);
}
