import type { Place } from "../../live/message.ts";
import type { Stop } from "../logic/model.ts";

/** Where the phone's own navigation is asked for the way: an address for another app, not for a third party. */
export function navigation(stop: Stop): string {
  const address = stop.address.replaceAll("\n", ", ");
  return stop.place ? wayTo(stop.place, address) : `geo:0,0?q=${encodeURIComponent(address)}`;
}

/** The same for a place with a name. */
export function wayTo({ lat, lon }: Place, name: string): string {
  const isApple = /iPhone|iPad|Macintosh/.test(navigator.userAgent);
  return isApple
    ? `maps:?daddr=${lat},${lon}`
    : `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`;
}
