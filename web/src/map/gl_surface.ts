import type { Place } from "../live/message.ts";
import type { MapWords } from "../recipient/stage.ts";
import { type Bounds, padding } from "./camera.ts";
import { flatMap, styleOf } from "./flat_map.ts";
import { type MapLibreMap, Marker } from "./library.ts";
import { type Anchor, type Move, NEAREST, type Surface, type SurfaceEvents } from "./surface.ts";
import { watchTheme } from "./theme.ts";

const CAMERA_MS = 480;

/** A map that can be moved, by MapLibre. */
export class GlSurface implements Surface {
  readonly #box: HTMLElement;
  readonly #map: MapLibreMap;
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #unwatch: () => void;

  /** Opens the map, and waits until it is drawn. */
  static async open(
    place: HTMLElement,
    words: MapWords,
    bounds: Bounds,
    isLarge: () => boolean,
    events: SurfaceEvents,
  ): Promise<GlSurface> {
    const surface = new GlSurface(place, words, bounds, isLarge, events);
    await new Promise((drawn) => surface.#map.once("load", drawn));
    surface.#box.classList.add("drawn");
    return surface;
  }

  private constructor(
    place: HTMLElement,
    words: MapWords,
    bounds: Bounds,
    isLarge: () => boolean,
    events: SurfaceEvents,
  ) {
    this.#box = document.createElement("div");
    this.#box.className = "gl";
    place.prepend(this.#box);
    const { clientWidth, clientHeight } = place;
    try {
      this.#map = flatMap(this.#box, words.label, {
        bounds: [...bounds],
        fitBoundsOptions: { padding: padding(clientWidth, clientHeight), maxZoom: NEAREST },
        maxZoom: 18.5,
        minZoom: 9,
      });
    } catch (error) {
      this.#box.remove();
      throw error;
    }
    this.#unwatch = watchTheme(() => this.#map.setStyle(styleOf(this.#box)));
    this.#listen(isLarge, events);
  }

  get zoom(): number {
    return this.#map.getZoom();
  }

  get size() {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return { width: clientWidth, height: clientHeight };
  }

  get isMoving(): boolean {
    return this.#map.isMoving();
  }

  /** Gives the keyboard the map. */
  focus(): void {
    this.#map.getCanvas().focus({ preventScroll: true });
  }

  put(element: HTMLElement, anchor: Anchor, at: Place): Move {
    const marker = new Marker({ element, anchor, subpixelPositioning: true });
    marker.setLngLat(lngLat(at)).addTo(this.#map);
    return (to) => {
      marker.setLngLat(lngLat(to));
    };
  }

  project(place: Place) {
    return this.#map.project(lngLat(place));
  }

  zoomOf(bounds: Bounds): number {
    return this.#map.cameraForBounds([...bounds], this.#fit())?.zoom ?? 0;
  }

  fit(bounds: Bounds, softly: boolean): void {
    const duration = softly && !this.#calm.matches ? CAMERA_MS : 0;
    this.#map.fitBounds([...bounds], { ...this.#fit(), duration });
  }

  remove(): void {
    this.#unwatch();
    this.#map.remove();
    this.#box.remove();
  }

  #fit() {
    return { padding: padding(this.size.width, this.size.height), maxZoom: NEAREST };
  }

  #listen(isLarge: () => boolean, events: SurfaceEvents): void {
    const map = this.#map;
    map.on("zoom", () => events.viewed());
    map.on("resize", () => events.resized());
    // A tile that is missing leaves its place empty; the page says in words what matters.
    map.on("error", () => undefined);
    for (const touch of ["dragstart", "zoomstart", "rotatestart"] as const) {
      map.on(touch, (event) => event.originalEvent && events.touched());
    }
    const coarse = matchMedia("(pointer: coarse)");
    // A finger that scrolls the page must not be caught by the map; on the large one it moves the map.
    const settle = () => map.dragPan[coarse.matches && !isLarge() ? "disable" : "enable"]();
    map.on("resize", settle);
    settle();
  }
}

function lngLat(place: Place): [number, number] {
  return [place.lon, place.lat];
}
