/** What a path or a query may hold, in the end as text. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * The address that paths are added to.
 *
 * @throws TypeError when it is none; what it is is not repeated, since it may hold a password.
 */
export function baseOf(server: string | URL): string {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  const isHttp = url?.protocol === "https:" || url?.protocol === "http:";
  if (!url || !isHttp || url.username || url.password || url.search || url.hash) {
    throw new TypeError("server: this must be an address such as https://track.example.org");
  }
  return url.href.replace(/\/+$/, "");
}

/**
 * The path with its parameters.
 *
 * @throws TypeError when one is missing, or names another path.
 */
export function filled(path: string, parameters: Parameters = {}): string {
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = textOf(parameters[name]);
    // Whoever reads an address takes dots for a step up, also when they are escaped.
    if (!value || /^\.{1,2}$/.test(value)) {
      throw new TypeError(`path.${name}: this must be said, and name one thing`);
    }
    return encodeURIComponent(value);
  });
}

/** The query, with its question mark, of whatever is said; a list says its name for each of its items. */
export function queried(parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const text = textOf(item);
      if (text !== undefined) {
        query.append(name, text);
      }
    }
  }
  return query.size > 0 ? `?${query}` : "";
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
