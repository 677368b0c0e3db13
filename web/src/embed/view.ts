import { noticeWords } from "../live/notice.ts";
import { STYLE } from "./style.ts";
import type { Tracking } from "./tracking.ts";

/** The tracker as it is drawn: elements alone, so that no page has to trust markup of ours. */
export class View {
  readonly #section: HTMLElement;
  readonly #fallback: HTMLSlotElement;
  readonly #pieces = new Map<string, HTMLElement>();
  readonly #map: HTMLElement;
  readonly #more: HTMLAnchorElement;
  #frame: HTMLIFrameElement | undefined;
  #away = "";

  constructor(root: ShadowRoot) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    // What stands in the element is shown until there is something better.
    this.#fallback = document.createElement("slot");
    this.#section = document.createElement("section");
    this.#section.hidden = true;
    this.#section.setAttribute("part", "tracker");
    this.#map = document.createElement("div");
    this.#map.className = "map";
    this.#map.hidden = true;
    this.#more = document.createElement("a");
    this.#more.className = "more";
    this.#more.setAttribute("part", "more");
    this.#more.rel = "noreferrer";
    const foot = document.createElement("div");
    foot.className = "foot";
    foot.append(this.#piece("by"), this.#more);
    const before = ["flags", "kicker", "hero", "stops", "line", "reason"].map((name) => this.#piece(name));
    const aloud = this.#piece("aloud");
    aloud.setAttribute("aria-live", "polite");
    aloud.hidden = false;
    this.#section.append(...before, this.#map, this.#piece("away"), foot, aloud);
    root.append(this.#fallback, this.#section);
  }

  /** Shows how the parcel stands, with the map of this address while it is open. */
  show(tracking: Tracking, server: string, map: string): void {
    const { words } = tracking;
    this.#fallback.hidden = true;
    this.#section.hidden = false;
    this.#section.lang = tracking.language;
    this.#section.dir = tracking.direction;
    this.#section.setAttribute("aria-label", words.by);
    for (const name of ["kicker", "hero", "stops", "line", "reason", "by"] as const) {
      this.#write(name, words[name]);
    }
    this.#flags(tracking);
    this.#more.href = `${server}/orders`;
    if (this.#more.textContent !== words.more) {
      this.#more.textContent = words.more;
    }
    this.#away = words.away;
    this.#frameMap(tracking.mapOpen ? map : undefined, words.map);
  }

  /** Says that the server is not heard, and since when; nothing where it is. */
  tellAway(since: number | undefined): void {
    const language = this.#section.lang || "en";
    this.#write("away", since === undefined ? undefined : noticeWords(this.#away, since, language));
  }

  /** Says something to those who listen. */
  say(text: string): void {
    const aloud = this.#pieces.get("aloud");
    if (aloud) {
      aloud.textContent = text;
    }
  }

  #piece(name: string): HTMLElement {
    const piece = document.createElement("p");
    piece.className = name;
    piece.setAttribute("part", name);
    piece.hidden = true;
    this.#pieces.set(name, piece);
    return piece;
  }

  #write(name: string, text: string | undefined): void {
    const piece = this.#pieces.get(name);
    if (piece && (piece.textContent ?? "") !== (text ?? "")) {
      piece.textContent = text ?? "";
    }
    if (piece) {
      piece.hidden = !text;
    }
  }

  #flags(tracking: Tracking): void {
    const flags = tracking.words.flags.map(({ tone, text }) => {
      const flag = document.createElement("span");
      flag.className = "flag";
      flag.dataset.tone = tone;
      flag.textContent = text;
      return flag;
    });
    const piece = this.#pieces.get("flags");
    piece?.replaceChildren(...flags);
    if (piece) {
      piece.hidden = flags.length === 0;
    }
  }

  /** The frame has a stream of its own, which ends with its token: another address is another token. */
  #frameMap(address: string | undefined, title: string): void {
    if (address === undefined) {
      this.#frame?.remove();
      this.#frame = undefined;
    } else if (!this.#frame) {
      this.#frame = framed(address, title);
      this.#map.append(this.#frame);
    } else if (this.#frame.src !== address) {
      this.#frame.src = address;
    }
    this.#map.hidden = !this.#frame;
  }
}

function framed(address: string, title: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = title;
  frame.referrerPolicy = "no-referrer";
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  return frame;
}
