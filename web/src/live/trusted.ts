/**
 * What the server itself wrote and may be put into a page as it is. The pages' content security policy lets no other
 * text become markup or a script's address (Trusted Types); browsers without them take the text itself.
 */
interface Maker<Trusted> {
  createHTML(text: string): Trusted;
  createScriptURL(url: string): Trusted;
}

interface Factory {
  createPolicy(name: string, rules: Partial<Maker<string>>): Maker<string>;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** Scripts that pages start themselves; the build adds those that it names. */
const WORKERS = new Set(["/driver/sw.js", "/push/sw.js"]);

const ours: Maker<string> | undefined = factory?.createPolicy("doorstep", {
  createHTML: (html) => html,
  createScriptURL: (url) => only(WORKERS, url),
});

/** Markup that came from our own server. */
export function trustedHtml(html: string): string {
  return ours?.createHTML(html) ?? html;
}

/** The address of one of our own scripts. */
export function trustedScript(url: string): string {
  return ours?.createScriptURL(url) ?? url;
}

/** The address of a script that the build names: a constant of ours, never what a page holds. */
export function trustedWorker(url: string): string {
  WORKERS.add(url);
  return trustedScript(url);
}

/** Lets a library that knows nothing of Trusted Types start this one script. */
export function trustWorker(url: string): void {
  const known = new Set([url]);
  factory?.createPolicy("default", { createScriptURL: (asked) => only(known, asked) });
}

function only(known: ReadonlySet<string>, url: string): string {
  if (!known.has(url)) {
    throw new TypeError(`${url} is no script of ours`);
  }
  return url;
}
