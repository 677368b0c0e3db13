/** The element for notices or announcements: the page's own, or one that is put before the content. */
export function helperElement(
  main: HTMLElement,
  name: "notice" | "announce",
  className: string,
): HTMLElement {
  const own = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (own) {
    return own;
  }
  const made = document.createElement("p");
  made.className = className;
  made.setAttribute(`data-${name}`, "");
  made.setAttribute("role", "status");
  made.hidden = true;
  main.before(made);
  return made;
}

/** How long the new content takes to come, by part; the others are simply there. */
const FADES_MS: Readonly<Record<string, number>> = { lead: 240, stage: 480 };

/** Lets a part that was just replaced come in softly. */
export function appear(element: Element | null, name: string): void {
  const duration = FADES_MS[name];
  if (!element || !duration || window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    return;
  }
  element.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration, easing: "cubic-bezier(0.2, 0, 0, 1)" });
}
