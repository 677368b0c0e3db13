import { createMap } from "../map/library.ts";

/** Opens the live map in `container`; its data attributes name the style. */
export function openMap(container: HTMLElement): void {
  createMap(container, container.dataset.style ?? "/map/style.json");
}
