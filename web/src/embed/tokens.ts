/** How long the shop's server may take to answer. */
const PATIENCE_MS = 10_000;

/**
 * Asks the shop's own server for a token. It knows who is logged in, and answers `{"token": "…"}`, or with an error
 * where the parcel is not theirs.
 */
export async function askForToken(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      credentials: "same-origin",
      headers: { accept: "application/json" },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const value: unknown = answer.ok ? await answer.json() : undefined;
    const token = typeof value === "object" && value !== null && "token" in value ? value.token : undefined;
    return isToken(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

/** Whether something can be a token at all: nothing else becomes a part of an address. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{20,400}$/.test(value);
}
