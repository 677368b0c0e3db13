/** How this browser stands to notifications. */
export type State = "offer" | "on" | "denied" | "unsupported" | "home_screen";

/** What a browser says of itself. */
export interface Facts {
  /** Whether it has service workers, push and notifications. */
  readonly canPush: boolean;
  /** Only Safari on phones and tablets says it: whether the page was opened from the home screen. */
  readonly standalone: boolean | undefined;
  readonly permission: string;
  /** Whether it asked this server, which still lists it. */
  readonly isKnown: boolean;
}

export function stateOf(facts: Facts): State {
  if (!facts.canPush) {
    return facts.standalone === false ? "home_screen" : "unsupported";
  }
  if (facts.permission === "denied") {
    return "denied";
  }
  return facts.permission === "granted" && facts.isKnown ? "on" : "offer";
}
