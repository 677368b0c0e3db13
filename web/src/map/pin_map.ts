import type { Place } from "../live/message.ts";
import type { PinWords } from "../recipient/pin.ts";
import { Controls } from "./controls.ts";
import { flatMap, styleOf } from "./flat_map.ts";
import { type MapLibreMap, Marker } from "./library.ts";
import { doorSign, pinSign } from "./signs.ts";
import { watchTheme } from "./theme.ts";
import "./map.css";

const ZOOM = 17.5;
/** As far as the arrow keys move the pin, in degrees: about two metres. */
const STEP_DEG = 0.000_02;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** A map around the own door on which one place is pinned: by a tap, by dragging the pin, or by the arrow keys on it. */
export class PinMap {
  readonly #map: MapLibreMap;
  readonly #controls: Controls;
  readonly #pin: Marker;
  readonly #unwatch: () => void;
  readonly #changed: (pin: Place | undefined) => void;
  #isSet = false;

  constructor(
    canvas: HTMLElement,
    words: PinWords,
    door: Place,
    pin: Place | undefined,
    changed: (pin: Place | undefined) => void,
  ) {
    this.#changed = changed;
    const { lat, lon } = pin ?? door;
    const view = { center: [lon, lat] as [number, number], zoom: ZOOM, minZoom: 14, maxZoom: 19 };
    this.#map = flatMap(canvas, words.label, view);
    const place = canvas.parentElement ?? canvas;
    this.#controls = new Controls(place, words, () => this.#map.easeTo({ center: [door.lon, door.lat] }));
    new Marker({ element: doorSign(words.door), anchor: "top" })
      .setLngLat([door.lon, door.lat])
      .addTo(this.#map);
    this.#pin = new Marker({ element: pinSign(words.pin), anchor: "bottom", draggable: true });
    this.#unwatch = watchTheme(() => this.#map.setStyle(styleOf(canvas)));
    this.#map.on("load", () => canvas.classList.add("drawn"));
    this.#map.on("error", () => undefined);
    this.#map.on("dragstart", (event) => event.originalEvent && this.#controls.offerBack(true));
    this.#map.on("click", ({ lngLat }) => this.#set({ lat: lngLat.lat, lon: lngLat.lng }));
    this.#pin.on("dragend", () => this.#told());
    this.#pin.getElement().addEventListener("keydown", (event) => this.#step(event));
    this.#set(pin ?? door);
  }

  /** Takes the pin off the map. */
  clear(): void {
    this.#pin.remove();
    this.#isSet = false;
    this.#changed(undefined);
  }

  /** Takes the map away. */
  remove(): void {
    this.#unwatch();
    this.#controls.remove();
    this.#map.remove();
  }

  #set({ lat, lon }: Place): void {
    this.#pin.setLngLat([lon, lat]);
    if (!this.#isSet) {
      this.#pin.addTo(this.#map);
      this.#isSet = true;
    }
    this.#told();
  }

  #step(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      const { lng, lat } = this.#pin.getLngLat();
      this.#set({ lat: lat + step[1] * STEP_DEG, lon: lng + step[0] * STEP_DEG });
    }
  }

  #told(): void {
    const { lng, lat } = this.#pin.getLngLat();
    this.#changed({ lat, lon: lng });
  }
}
