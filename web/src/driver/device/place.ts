import type { Happening } from "../logic/model.ts";

/** What is known of the phone's own place. */
export type Knows = "off" | "on" | "denied" | "lost";

/** A place is kept at most this often: more would only cost battery. */
const EVERY_MS = 5_000;

/** Watches where the phone is, only while it is told to. */
export class PlaceWatch {
  readonly #fix: (what: Happening) => void;
  readonly #changed: (knows: Knows) => void;
  #watch: number | undefined;
  #keptAt = Number.NEGATIVE_INFINITY;

  constructor(fix: (what: Happening) => void, changed: (knows: Knows) => void) {
    this.#fix = fix;
    this.#changed = changed;
  }

  /** Begins or ends to watch. */
  set(on: boolean): void {
    if (on === (this.#watch !== undefined)) {
      return;
    }
    if (!on) {
      navigator.geolocation.clearWatch(this.#watch ?? 0);
      this.#watch = undefined;
      this.#changed("off");
    } else if (!("geolocation" in navigator)) {
      this.#changed("denied");
    } else {
      this.#watch = navigator.geolocation.watchPosition(
        (position) => this.#found(position),
        (error) => this.#changed(error.code === error.PERMISSION_DENIED ? "denied" : "lost"),
        { enableHighAccuracy: true, maximumAge: 2_000, timeout: 30_000 },
      );
    }
  }

  #found({ coords, timestamp }: GeolocationPosition): void {
    if (this.#watch === undefined) {
      return;
    }
    this.#changed("on");
    if (timestamp - this.#keptAt < EVERY_MS) {
      return;
    }
    this.#keptAt = timestamp;
    // How fast the phone goes and where to it knows as well, and is not asked.
    this.#fix({ kind: "fix", lat: coords.latitude, lon: coords.longitude, accuracy_m: coords.accuracy });
  }
}
