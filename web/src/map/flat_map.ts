import type { MapOptions } from "maplibre-gl";
import { MapLibreMap } from "./library.ts";
import { readPalette } from "./palette.ts";
import { mapStyle } from "./style.ts";

/** A map of our tiles that lies flat with north above, in the colours of the page. */
export function flatMap(canvas: HTMLElement, label: string, view: Partial<MapOptions>): MapLibreMap {
  const map = new MapLibreMap({
    container: canvas,
    style: styleOf(canvas),
    // The page itself names the source of the map, always in sight.
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    locale: { "Map.Title": label },
    ...view,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}

/** The style in the colours that the page has now. */
export function styleOf(canvas: HTMLElement) {
  return mapStyle(readPalette(canvas), window.location.origin, document.documentElement.lang || "en");
}
