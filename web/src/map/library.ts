/** MapLibre with its worker from our own origin. Import this file lazily: it is by far the largest script. */
import { Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";

setWorkerUrl(workerUrl);

/** Creates a map in `container` with the style at `styleUrl`. */
export function createMap(container: HTMLElement, styleUrl: string): MapLibreMap {
  return new MapLibreMap({ container, style: styleUrl, attributionControl: { compact: false } });
}
