import { controlSign } from "./signs.ts";

/** The words of the buttons. */
export interface ControlWords {
  readonly larger: string;
  readonly smaller: string;
  readonly recentre: string;
}

/** The buttons on the map: larger and smaller, and back to the van after someone moved it. */
export class Controls {
  readonly #place: HTMLElement;
  readonly #box = document.createElement("div");
  readonly #size: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #words: ControlWords;
  readonly #escape = (event: KeyboardEvent) => event.key === "Escape" && this.isLarge && this.#resize();

  constructor(place: HTMLElement, words: ControlWords, recentre: () => void) {
    this.#place = place;
    this.#words = words;
    this.#box.className = "ctl";
    this.#back = button(() => recentre());
    this.#back.append(controlSign("recentre"));
    this.#back.setAttribute("aria-label", words.recentre);
    this.#back.hidden = true;
    this.#size = button(() => this.#resize());
    this.#box.append(this.#back, this.#size);
    place.append(this.#box);
    document.addEventListener("keydown", this.#escape);
    this.#label();
  }

  /** Whether the map covers the window. */
  get isLarge(): boolean {
    return this.#place.classList.contains("is-large");
  }

  /** Offers the way back to the van, or hides it. The keyboard does not stay on a button that is gone. */
  offerBack(offered: boolean): void {
    if (!offered && document.activeElement === this.#back) {
      this.#size.focus({ preventScroll: true });
    }
    this.#back.hidden = !offered;
  }

  /** Takes the buttons away. */
  remove(): void {
    document.removeEventListener("keydown", this.#escape);
    this.#place.classList.remove("is-large");
    document.documentElement.classList.remove("has-large-map");
    this.#box.remove();
  }

  #resize(): void {
    const large = this.#place.classList.toggle("is-large");
    document.documentElement.classList.toggle("has-large-map", large);
    this.#label();
  }

  #label(): void {
    const kind = this.isLarge ? "smaller" : "larger";
    this.#size.replaceChildren(controlSign(kind));
    this.#size.setAttribute("aria-label", this.#words[kind]);
  }
}

function button(press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "icb";
  made.addEventListener("click", press);
  return made;
}
