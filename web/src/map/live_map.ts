import type { ServerClock } from "../live/clock.ts";
import type { MapData, Place } from "../live/message.ts";
import type { MapWords } from "../recipient/stage.ts";
import { type Bounds, frame, isWithin } from "./camera.ts";
import { Controls } from "./controls.ts";
import { pixels } from "./geo.ts";
import { Glide } from "./glide.ts";
import { circleSign, doorSign, type VanSign, vanSign } from "./signs.ts";
import { StillSurface } from "./still/still_surface.ts";
import type { Move, Surface, SurfaceEvents } from "./surface.ts";
import "./map.css";

/** A place that is good to less than this is drawn as it is; a rougher one has a circle. */
const CIRCLE_FROM_M = 50;
/** The camera goes nearer when that makes the map this many zooms larger. */
const LOOSE = 1;
/** Who wants no motion sees the van move in steps. */
const STEP_MS = 10_000;

/** The map with the van, the own door, and how rough the place is: a still one, until someone wants to move it. */
export class LiveMap {
  readonly #canvas: HTMLElement;
  readonly #words: MapWords;
  readonly #clock: ServerClock;
  readonly #controls: Controls;
  readonly #van: VanSign = vanSign();
  readonly #circle: HTMLElement = circleSign();
  readonly #door: HTMLElement;
  readonly #glide: Glide;
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #surface: Surface | undefined;
  #moveVan: Move | undefined;
  #moveCircle: Move | undefined;
  #data: MapData;
  #follows = true;
  #isMovable = false;
  #isGone = false;
  #drawnAt: Place;
  #frame = 0;
  #steppedAt = 0;

  /**
   * Opens the map, and waits until it is drawn.
   *
   * @throws when the device can draw none.
   */
  static async open(
    canvas: HTMLElement,
    words: MapWords,
    clock: ServerClock,
    data: MapData,
  ): Promise<LiveMap> {
    const map = new LiveMap(canvas, words, clock, data);
    const events = map.#events(() => void map.#makeMovable());
    try {
      map.#stand(await StillSurface.open(canvas, words.label, map.#bounds(), events));
    } catch {
      await map.#openMovable().catch((error: unknown) => {
        map.remove();
        throw error;
      });
    }
    canvas.classList.add("drawn");
    return map;
  }

  private constructor(canvas: HTMLElement, words: MapWords, clock: ServerClock, data: MapData) {
    this.#canvas = canvas;
    this.#words = words;
    this.#clock = clock;
    this.#data = data;
    this.#drawnAt = data.van;
    this.#door = doorSign(words.door);
    this.#glide = new Glide(data.van, () => clock.now());
    this.#controls = new Controls(canvas.parentElement ?? canvas, words, () => this.#recentre());
  }

  /** Learns a newer position and glides towards it. */
  follow(data: MapData): void {
    this.#data = data;
    this.#sizeCircle();
    this.#glide.add(data.van, performance.now(), (span) => this.#clock.own(span));
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame((now) => this.#draw(now));
    }
  }

  /** Draws the van as one whose place is old, or new again. */
  setOld(old: boolean): void {
    this.#van.setOld(old);
  }

  /** Takes the map away. */
  remove(): void {
    this.#isGone = true;
    cancelAnimationFrame(this.#frame);
    this.#controls.remove();
    this.#surface?.remove();
  }

  /** Has the signs stand on this from now on. */
  #stand(surface: Surface): void {
    const before = this.#surface;
    this.#surface = surface;
    this.#moveCircle = surface.put(this.#circle, "center", this.#drawnAt);
    this.#moveVan = surface.put(this.#van.element, "center", this.#drawnAt);
    if (this.#data.door) {
      surface.put(this.#door, "top", this.#data.door);
    }
    before?.remove();
    this.#sizeCircle();
    this.follow(this.#data);
  }

  #events(touched: () => void): SurfaceEvents {
    return {
      viewed: () => this.#sizeCircle(),
      resized: () => {
        this.#reframe(false);
        // On the large map one finger moves it.
        if (this.#controls.isLarge) {
          void this.#makeMovable();
        }
      },
      touched,
    };
  }

  /** Puts a map that can be moved into the place of the still one, which stays where the device can draw no other. */
  async #makeMovable(): Promise<void> {
    if (this.#isMovable) {
      return;
    }
    this.#isMovable = true;
    const hadFocus = this.#canvas.contains(document.activeElement);
    try {
      const surface = await this.#openMovable();
      if (hadFocus) {
        surface.focus();
      }
    } catch {
      // The still map says all that the other would.
    }
  }

  async #openMovable() {
    const { GlSurface } = await import("./gl_surface.ts");
    const isLarge = () => this.#controls.isLarge;
    const events = this.#events(() => this.#rest());
    const surface = await GlSurface.open(this.#canvas, this.#words, this.#bounds(), isLarge, events);
    if (this.#isGone) {
      surface.remove();
    } else {
      this.#isMovable = true;
      this.#stand(surface);
    }
    return surface;
  }

  #draw(now: number): void {
    const drawn = this.#glide.at(now);
    if (!this.#calm.matches || now - this.#steppedAt >= STEP_MS) {
      this.#steppedAt = now;
      this.#drawnAt = drawn.place;
      this.#moveVan?.(drawn.place);
      this.#van.face(drawn.facing);
      this.#moveCircle?.(drawn.place);
      this.#keepInSight(drawn.place);
    }
    const isBehind = this.#calm.matches && this.#drawnAt.lon !== this.#glide.newest.lon;
    this.#frame = drawn.moving || isBehind ? requestAnimationFrame((next) => this.#draw(next)) : 0;
  }

  /** To scale, so that what lies in the circle on the map lies in it on the ground. */
  #sizeCircle(): void {
    const radius = circleOf(this.#data);
    const size = `${2 * pixels(radius, this.#data.van.lat, this.#surface?.zoom ?? 0)}px`;
    const { style } = this.#circle;
    style.display = radius > 0 ? "" : "none";
    style.width = size;
    style.height = size;
  }

  #keepInSight(place: Place): void {
    const surface = this.#surface;
    if (!surface || !this.#follows || surface.isMoving) {
      return;
    }
    const { x, y } = surface.project(place);
    const { width, height } = surface.size;
    // Van and door may have come so near to each other that they can be shown from much nearer.
    const isLoose = surface.zoomOf(this.#bounds()) - surface.zoom >= LOOSE;
    if (!isWithin(x, y, width, height) || isLoose) {
      this.#reframe(true);
    }
  }

  #bounds(): Bounds {
    return frame(this.#glide.at(performance.now()).place, circleOf(this.#data), this.#data.door);
  }

  #reframe(softly: boolean): void {
    if (this.#follows) {
      this.#surface?.fit(this.#bounds(), softly);
    }
  }

  /** Someone moved the map: it rests until they want it back. */
  #rest(): void {
    this.#follows = false;
    this.#controls.offerBack(true);
  }

  #recentre(): void {
    this.#follows = true;
    this.#controls.offerBack(false);
    this.#reframe(true);
  }
}

function circleOf(data: MapData): number {
  return data.van.accuracyM >= CIRCLE_FROM_M ? data.van.accuracyM : 0;
}
