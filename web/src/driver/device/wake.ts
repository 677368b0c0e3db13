/** Keeps the screen on while the tour is under way, where the browser can. */
export class WakeLock {
  #lock: WakeLockSentinel | undefined;
  #wanted = false;

  constructor() {
    // The browser lets go of the lock whenever the page is not seen.
    document.addEventListener("visibilitychange", () => void this.#apply());
  }

  /** Keeps the screen on, or lets it go. */
  set(on: boolean): void {
    if (on !== this.#wanted) {
      this.#wanted = on;
      void this.#apply();
    }
  }

  async #apply(): Promise<void> {
    if (!("wakeLock" in navigator)) {
      return;
    }
    try {
      if (!this.#wanted) {
        await this.#lock?.release();
        this.#lock = undefined;
      } else if (document.visibilityState === "visible") {
        this.#lock = await navigator.wakeLock.request("screen");
      }
    } catch {
      // A phone that saves its battery refuses; the screen then goes off as always.
    }
  }
}
