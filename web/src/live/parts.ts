import { trustedHtml } from "./trusted.ts";

/** The parts that keep a map: they are not replaced while both the old and the new one show it. */
const MAP_STAGE = "map";

/**
 * Puts the parts of a message into the page. A part is replaced only when it changed, and never under the hands of
 * someone who types in it or opened something in it; it then waits until they are done.
 */
export class Parts {
  readonly #root: ParentNode;
  readonly #shown = new Map<string, string>();
  readonly #waiting = new Map<string, string>();

  constructor(root: ParentNode) {
    this.#root = root;
  }

  /** Shows the parts; gives the names of those that were replaced. */
  show(parts: ReadonlyMap<string, string>): string[] {
    // What is in the stage comes after the stage itself, which may just bring its place.
    const ordered = [...parts].sort(([a], [b]) => Number(b === "stage") - Number(a === "stage"));
    return ordered.filter(([name, html]) => this.#place(name, html)).map(([name]) => name);
  }

  /** Shows what had to wait, where nobody is at work any more. */
  settle(): string[] {
    return this.show(new Map(this.#waiting));
  }

  #place(name: string, html: string): boolean {
    const current = this.#root.querySelector<HTMLElement>(`[data-part="${CSS.escape(name)}"]`);
    if (!current || this.#shown.get(name) === html) {
      this.#waiting.delete(name);
      return false;
    }
    const fresh = elementOf(html);
    if (!fresh) {
      return false;
    }
    if (isInUse(current)) {
      this.#waiting.set(name, html);
      return false;
    }
    this.#waiting.delete(name);
    this.#shown.set(name, html);
    if (fresh.isEqualNode(current) || keepsMap(current, fresh)) {
      return false;
    }
    replace(current, fresh);
    if (name === "stage") {
      // A new stage brings its own line of age and accuracy.
      this.#shown.delete("spot");
    }
    return true;
  }
}

/** Whether someone is at work in the element: types, has chosen something, or opened it. */
export function isInUse(element: HTMLElement): boolean {
  const active = element.ownerDocument.activeElement;
  const typing = active !== null && element.contains(active) && active.matches("input, textarea, select");
  return typing || element.querySelector("details[open]") !== null || [...fields(element)].some(isChanged);
}

function fields(element: HTMLElement): NodeListOf<HTMLInputElement | HTMLTextAreaElement> {
  return element.querySelectorAll("input:not([type=hidden]), textarea");
}

function isChanged(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  const isChoice = field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type);
  return isChoice ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function keepsMap(current: HTMLElement, fresh: HTMLElement): boolean {
  return current.dataset.stage === MAP_STAGE && fresh.dataset.stage === MAP_STAGE;
}

function elementOf(html: string): HTMLElement | undefined {
  const template = document.createElement("template");
  template.innerHTML = trustedHtml(html);
  return template.content.firstElementChild instanceof HTMLElement
    ? template.content.firstElementChild
    : undefined;
}

/** Replaces an element; the keyboard stays where it was, on the link or button that took its place. */
function replace(current: HTMLElement, fresh: HTMLElement): void {
  const place = [...reachable(current)].indexOf(current.ownerDocument.activeElement as HTMLElement);
  current.replaceWith(fresh);
  if (place >= 0) {
    ([...reachable(fresh)][place] ?? [...reachable(fresh)].at(-1))?.focus({ preventScroll: true });
  }
}

function reachable(element: HTMLElement): NodeListOf<HTMLElement> {
  return element.querySelectorAll<HTMLElement>("a[href], button, summary");
}
