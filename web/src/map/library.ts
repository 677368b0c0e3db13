/** MapLibre with its worker from our own origin. Import this file lazily: it is by far the largest script. */
import { setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { trustWorker } from "../live/trusted.ts";

trustWorker(workerUrl);
setWorkerUrl(workerUrl);

export { Map as MapLibreMap, Marker } from "maplibre-gl";
