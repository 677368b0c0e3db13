import type { Place } from "../live/message.ts";
import type { Bounds } from "./camera.ts";

/** A point of a sign that stands on its place. */
export type Anchor = "center" | "top";

/** Moves a sign to a place. */
export type Move = (to: Place) => void;

/** What the signs stand on: a still picture of the map, or a map that can be moved. */
export interface Surface {
  readonly zoom: number;
  readonly size: { readonly width: number; readonly height: number };
  /** Whether the camera is on its way. */
  readonly isMoving: boolean;
  put(element: HTMLElement, anchor: Anchor, at: Place): Move;
  project(place: Place): { readonly x: number; readonly y: number };
  /** How near the camera comes to show all of the bounds. */
  zoomOf(bounds: Bounds): number;
  fit(bounds: Bounds, softly: boolean): void;
  remove(): void;
}

/** What a surface tells. */
export interface SurfaceEvents {
  /** The camera stands elsewhere. */
  viewed(): void;
  /** There is more room, or less. */
  resized(): void;
  /** Someone moved the map, or wants to. */
  touched(): void;
}

/** No sign needs to be seen from nearer. */
export const NEAREST = 16.5;
