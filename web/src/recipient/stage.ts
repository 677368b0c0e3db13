import type { ServerClock } from "../live/clock.ts";
import { type MapData, readMapData } from "../live/message.ts";
import type { LiveMap } from "../map/live_map.ts";

/** The words on the map, which the page brings along. */
export interface MapWords {
  readonly label: string;
  readonly door: string;
  readonly larger: string;
  readonly smaller: string;
  readonly recentre: string;
  readonly unavailable: string;
}

/** Opens the map where the page has a place for it, and closes it when that place is gone. */
export class Stage {
  readonly #main: HTMLElement;
  readonly #clock: ServerClock;
  #canvas: HTMLElement | undefined;
  #map: LiveMap | undefined;
  #latest: MapData | undefined;

  constructor(main: HTMLElement, clock: ServerClock) {
    this.#main = main;
    this.#clock = clock;
  }

  /** Moves the map to what is known now; without news, only looks whether the place of the map came or went. */
  follow(news: MapData | undefined): void {
    const canvas = this.#main.querySelector<HTMLElement>("[data-map]") ?? undefined;
    if (canvas !== this.#canvas) {
      this.#map?.remove();
      this.#map = undefined;
      this.#canvas = canvas;
      this.#latest = undefined;
      if (canvas) {
        this.#latest = news ?? readMapData(canvas.dataset.map);
        void this.#open(canvas);
      }
      return;
    }
    if (news) {
      this.#latest = news;
      this.#map?.follow(news);
    }
  }

  /** Lets the van look old when its position is. */
  age(oldAfterMs: number): void {
    const now = this.#clock.now();
    if (this.#latest && now !== undefined) {
      const { observedAt, way } = this.#latest.van;
      this.#map?.setOld(now - (way.at(-1)?.at ?? observedAt) >= oldAfterMs);
    }
  }

  async #open(canvas: HTMLElement): Promise<void> {
    const words = wordsOf(canvas);
    if (!this.#latest) {
      tellUnavailable(canvas, words.unavailable);
      return;
    }
    try {
      const { LiveMap } = await import("../map/live_map.ts");
      const map = await LiveMap.open(canvas, words, this.#clock, this.#latest);
      if (canvas === this.#canvas) {
        this.#map = map;
        map.follow(this.#latest);
      } else {
        map.remove();
      }
    } catch {
      tellUnavailable(canvas, words.unavailable);
    }
  }
}

function wordsOf(canvas: HTMLElement): MapWords {
  const { door = "", larger = "", smaller = "", recentre = "", unavailable = "" } = canvas.dataset;
  const label = canvas.closest("[aria-label]")?.getAttribute("aria-label") ?? "";
  return { label, door, larger, smaller, recentre, unavailable };
}

function tellUnavailable(canvas: HTMLElement, words: string): void {
  const told = document.createElement("p");
  told.className = "unavailable";
  told.textContent = words;
  canvas.replaceChildren(told);
}
