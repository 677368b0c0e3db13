/** Calls back when the colours of the page changed: by the device, or by the page itself. */
export function watchTheme(changed: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) {
    query.addEventListener("change", changed);
  }
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme", "data-contrast"] });
  return () => {
    observer.disconnect();
    for (const query of queries) {
      query.removeEventListener("change", changed);
    }
  };
}
