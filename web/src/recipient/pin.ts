import type { PinMap } from "../map/pin_map.ts";

/** The words on the map of a pin, which the page brings along. */
export interface PinWords {
  readonly label: string;
  readonly door: string;
  readonly pin: string;
  readonly larger: string;
  readonly smaller: string;
  readonly recentre: string;
}

/**
 * Opens the map on which a safe place is pinned, where someone asks for it: until then nobody fetches its script. The
 * pin is a field of the form, so that nothing is sent before the form is.
 */
export function watchPins(main: HTMLElement): void {
  let map: PinMap | undefined;
  main.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const place = button?.closest<HTMLElement>("[data-pin]");
    if (!button || !place) {
      return;
    }
    event.preventDefault();
    if (button.matches("[data-pin-away]")) {
      map?.clear();
      set(place, "");
      return;
    }
    map?.remove();
    map = undefined;
    void open(place).then((opened) => {
      map = opened;
    });
  });
}

async function open(place: HTMLElement): Promise<PinMap | undefined> {
  const canvas = place.querySelector<HTMLElement>("[data-pin-map]");
  const door = read(place.dataset.pin);
  if (!canvas || !door || !canDraw()) {
    told(place, place.dataset.unavailable);
    return undefined;
  }
  try {
    const { PinMap } = await import("../map/pin_map.ts");
    canvas.hidden = false;
    place.classList.add("open");
    return new PinMap(canvas, wordsOf(place), door, read(field(place)?.value), (pin) => {
      set(place, pin ? `${pin.lat.toFixed(6)},${pin.lon.toFixed(6)}` : "");
    });
  } catch {
    told(place, place.dataset.unavailable);
    return undefined;
  }
}

function set(place: HTMLElement, pin: string): void {
  const input = field(place);
  if (input) {
    input.value = pin;
  }
  told(place, pin ? place.dataset.set : "");
}

function told(place: HTMLElement, words: string | undefined): void {
  const line = place.querySelector<HTMLElement>("[data-pin-told]");
  if (line) {
    line.textContent = words ?? "";
  }
}

function field(place: HTMLElement): HTMLInputElement | null {
  return place.querySelector<HTMLInputElement>("input[name=pin]");
}

function wordsOf(place: HTMLElement): PinWords {
  const { label = "", door = "", pinned = "", larger = "", smaller = "", recentre = "" } = place.dataset;
  return { label, door, pin: pinned, larger, smaller, recentre };
}

/** A place as the page writes it: latitude and longitude with a comma between them. */
export function read(text: string | undefined): { lat: number; lon: number } | undefined {
  const parts = (text ?? "").split(",");
  const [lat, lon] = parts.map(Number);
  const isPlace = parts.length === 2 && parts.every((part) => part.trim() !== "");
  return isPlace && Number.isFinite(lat) && Number.isFinite(lon)
    ? { lat: lat as number, lon: lon as number }
    : undefined;
}

/** Whether the device can draw a map that can be moved; asked before its large script is fetched. */
function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}
