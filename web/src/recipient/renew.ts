/**
 * Pages that have no stream are fetched anew every so many seconds, while someone looks at them and is not at work on
 * them. Without this script they show what was known when they were opened.
 */
import { isInUse } from "../live/parts.ts";
import { trustedHtml } from "../live/trusted.ts";

const main = document.querySelector<HTMLElement>("main[data-renew]");
const every = Number(main?.dataset.renew) * 1_000;

if (main && every > 0) {
  let current = main;
  let fetchedAt = Date.now();
  const renew = async () => {
    if (document.hidden || isInUse(current) || Date.now() - fetchedAt < every) {
      return;
    }
    fetchedAt = Date.now();
    const fresh = await fetchMain();
    if (fresh && !isInUse(current) && !fresh.isEqualNode(current)) {
      replace(current, fresh);
      current = fresh;
    }
  };
  window.setInterval(() => void renew(), 1_000);
  document.addEventListener("visibilitychange", () => void renew());
}

/** Replaces the content; the keyboard stays on the link that it was on. */
function replace(current: HTMLElement, fresh: HTMLElement): void {
  const active = document.activeElement;
  const address = active && current.contains(active) ? active.getAttribute("href") : null;
  current.replaceWith(fresh);
  if (address) {
    fresh.querySelector<HTMLElement>(`a[href="${CSS.escape(address)}"]`)?.focus({ preventScroll: true });
  }
}

/** The content of this page as it is now; nothing where it cannot be had, or the login has ended meanwhile. */
async function fetchMain(): Promise<HTMLElement | undefined> {
  try {
    const answer = await fetch(window.location.pathname, { headers: { accept: "text/html" } });
    if (answer.redirected) {
      window.location.reload();
    }
    if (!answer.ok || answer.redirected) {
      return undefined;
    }
    const page = new DOMParser().parseFromString(trustedHtml(await answer.text()), "text/html");
    return page.querySelector<HTMLElement>("main[data-renew]") ?? undefined;
  } catch {
    return undefined;
  }
}
