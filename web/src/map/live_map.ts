import type { ServerClock } from "../live/clock.ts";
import type { MapData, Place } from "../live/message.ts";
import type { MapWords } from "../recipient/stage.ts";
import { frame, isWithin, padding } from "./camera.ts";
import { Controls } from "./controls.ts";
import { flatMap, styleOf } from "./flat_map.ts";
import { pixels } from "./geo.ts";
import { Glide } from "./glide.ts";
import { type MapLibreMap, Marker } from "./library.ts";
import { circleSign, doorSign, type VanSign, vanSign } from "./signs.ts";
import { watchTheme } from "./theme.ts";

/** A place that is good to less than this is drawn as it is; a rougher one has a circle. */
const CIRCLE_FROM_M = 50;
const ZOOM_MAX = 16.5;
const CAMERA_MS = 480;
/** The camera goes nearer when that makes the map this many zooms larger. */
const LOOSE = 1;
/** Who wants no motion sees the van move in steps. */
const STEP_MS = 10_000;

/** The map with the van, the own door, and how rough the place is. */
export class LiveMap {
  readonly #canvas: HTMLElement;
  readonly #clock: ServerClock;
  readonly #map: MapLibreMap;
  readonly #controls: Controls;
  readonly #van: VanSign;
  readonly #vanMarker: Marker;
  readonly #circle: Marker;
  readonly #glide: Glide;
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #unwatch: () => void;
  #data: MapData;
  #follows = true;
  #framed = false;
  #frame = 0;
  #steppedAt = 0;

  constructor(canvas: HTMLElement, words: MapWords, clock: ServerClock, data: MapData) {
    this.#canvas = canvas;
    this.#clock = clock;
    this.#data = data;
    this.#glide = new Glide(data.van, () => clock.now());
    this.#map = createMap(canvas, words, frame(data.van, circleOf(data), data.door));
    const place = canvas.parentElement ?? canvas;
    this.#controls = new Controls(place, words, () => this.#recentre());
    this.#van = vanSign();
    this.#vanMarker = new Marker({ element: this.#van.element, subpixelPositioning: true });
    this.#circle = new Marker({ element: circleSign(), subpixelPositioning: true });
    this.#circle.setLngLat(lngLat(data.van)).addTo(this.#map);
    this.#vanMarker.setLngLat(lngLat(data.van)).addTo(this.#map);
    this.#sizeCircle();
    this.#addDoor(words.door);
    this.#unwatch = watchTheme(() => this.#map.setStyle(styleOf(canvas)));
    this.#watchMap();
    this.follow(data);
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
    cancelAnimationFrame(this.#frame);
    this.#unwatch();
    this.#controls.remove();
    this.#map.remove();
  }

  #watchMap(): void {
    const map = this.#map;
    map.on("zoom", () => this.#sizeCircle());
    map.on("load", () => this.#canvas.classList.add("drawn"));
    map.on("resize", () => this.#reframe(false));
    // A tile that is missing leaves its place empty; the page says in words what matters.
    map.on("error", () => undefined);
    for (const touch of ["dragstart", "zoomstart", "rotatestart"] as const) {
      map.on(touch, (event) => event.originalEvent && this.#rest());
    }
    const narrow = matchMedia("(pointer: coarse)");
    // A finger that scrolls the page must not be caught by the map; on the large one it moves the map.
    const settle = () => map.dragPan[narrow.matches && !this.#controls.isLarge ? "disable" : "enable"]();
    map.on("resize", settle);
    settle();
  }

  #addDoor(name: string): void {
    if (this.#data.door) {
      const marker = new Marker({ element: doorSign(name), anchor: "top" });
      marker.setLngLat(lngLat(this.#data.door)).addTo(this.#map);
    }
  }

  #draw(now: number): void {
    const drawn = this.#glide.at(now);
    if (!this.#calm.matches || now - this.#steppedAt >= STEP_MS) {
      this.#steppedAt = now;
      this.#vanMarker.setLngLat(lngLat(drawn.place));
      this.#van.face(drawn.facing);
      this.#circle.setLngLat(lngLat(drawn.place));
      this.#keepInSight(drawn.place);
    }
    const isBehind = this.#calm.matches && this.#vanMarker.getLngLat().lng !== this.#glide.newest.lon;
    this.#frame = drawn.moving || isBehind ? requestAnimationFrame((next) => this.#draw(next)) : 0;
  }

  /** To scale, so that what lies in the circle on the map lies in it on the ground. */
  #sizeCircle(): void {
    const radius = circleOf(this.#data);
    const size = `${2 * pixels(radius, this.#data.van.lat, this.#map.getZoom())}px`;
    const { style } = this.#circle.getElement();
    style.display = radius > 0 ? "" : "none";
    style.width = size;
    style.height = size;
  }

  #keepInSight(place: Place): void {
    const { x, y } = this.#map.project(lngLat(place));
    const { clientWidth, clientHeight } = this.#map.getContainer();
    if (!this.#follows || this.#map.isMoving()) {
      return;
    }
    if (!isWithin(x, y, clientWidth, clientHeight) || this.#isLoose()) {
      this.#reframe(true);
    }
  }

  /** Whether van and door came so near to each other that they can be shown from much nearer. */
  #isLoose(): boolean {
    const zoom = this.#map.cameraForBounds(this.#bounds(), this.#fit())?.zoom ?? 0;
    return zoom - this.#map.getZoom() >= LOOSE;
  }

  #bounds(): [number, number, number, number] {
    return [...frame(this.#glide.at(performance.now()).place, circleOf(this.#data), this.#data.door)];
  }

  #fit() {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return { padding: padding(clientWidth, clientHeight), maxZoom: ZOOM_MAX };
  }

  #reframe(softly: boolean): void {
    if (!this.#follows && this.#framed) {
      return;
    }
    this.#framed = true;
    const duration = softly && !this.#calm.matches ? CAMERA_MS : 0;
    this.#map.fitBounds(this.#bounds(), { ...this.#fit(), duration });
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

function createMap(canvas: HTMLElement, words: MapWords, bounds: readonly [number, number, number, number]) {
  const { clientWidth, clientHeight } = canvas;
  return flatMap(canvas, words.label, {
    bounds: [...bounds],
    fitBoundsOptions: { padding: padding(clientWidth, clientHeight), maxZoom: ZOOM_MAX },
    maxZoom: 18.5,
    minZoom: 9,
  });
}

function circleOf(data: MapData): number {
  return data.van.accuracyM >= CIRCLE_FROM_M ? data.van.accuracyM : 0;
}

function lngLat(place: Place): [number, number] {
  return [place.lon, place.lat];
}
