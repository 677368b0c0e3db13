import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { App } from "../app.ts";
import type { Words } from "../words.ts";

/** What every piece of the screen needs: the app to act on, and the words to say. */
export interface Shared {
  readonly app: App;
  readonly words: Words;
}

export const SharedContext = createContext<Shared | undefined>(undefined);

/** The app and the words. */
export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) {
    throw new Error("a piece of the screen stands outside the app");
  }
  return shared;
}

/** A catalogue's key for a word of the interface: `failed_not_home` in the group `outcome`. */
export function key(group: string, word: string): string {
  return `${group}-${word.replaceAll("_", "-")}`;
}
