import type { Stop } from "../logic/model.ts";

/** Where the phone's own navigation is asked for the way: an address for another app, not for a third party. */
export function navigation(stop: Stop): string {
  const query = encodeURIComponent(stop.address.replaceAll("\n", ", "));
  if (!stop.place) {
    return `geo:0,0?q=${query}`;
  }
  const { lat, lon } = stop.place;
  const isApple = /iPhone|iPad|Macintosh/.test(navigator.userAgent);
  return isApple ? `maps:?daddr=${lat},${lon}` : `geo:${lat},${lon}?q=${lat},${lon}(${query})`;
}
