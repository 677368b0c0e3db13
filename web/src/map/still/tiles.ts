import { VectorTile, type VectorTileLayer } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type { Point, TilePlace } from "./view.ts";

/** What is drawn: its words and numbers, its lines in units of its tile, and the rectangle around them. */
export interface Feature {
  readonly properties: Readonly<Record<string, number | string | boolean>>;
  readonly lines: readonly (readonly Point[])[];
  readonly box: readonly [number, number, number, number];
}

/** A tile whose layers are read when they are asked for, once. */
export class Tile {
  /** How many units its edge has. */
  readonly extent: number;
  readonly #layers: Readonly<Record<string, VectorTileLayer>>;
  readonly #read = new Map<string, readonly Feature[]>();

  constructor(bytes: ArrayBuffer) {
    this.#layers = new VectorTile(new PbfReader(bytes)).layers;
    this.extent = Object.values(this.#layers)[0]?.extent ?? 4096;
  }

  features(name: string): readonly Feature[] {
    const known = this.#read.get(name);
    if (known) {
      return known;
    }
    const features = read(this.#layers[name]);
    this.#read.set(name, features);
    return features;
  }
}

/** As many tiles are kept: those of the largest window, and of the one before. */
const KEPT = 48;

/** Tiles from the server, each fetched once as long as it is kept. */
export class Tiles {
  readonly #known = new Map<string, Promise<Tile | undefined>>();

  /** The tile, or nothing where the map has none. */
  get({ z, x, y }: TilePlace): Promise<Tile | undefined> {
    const path = `/map/tiles/${z}/${x}/${y}`;
    const known = this.#known.get(path);
    if (known) {
      return known;
    }
    const tile = fetched(path);
    // What failed is asked for again by the next picture.
    tile.catch(() => this.#known.delete(path));
    this.#known.set(path, tile);
    for (const oldest of [...this.#known.keys()].slice(0, -KEPT)) {
      this.#known.delete(oldest);
    }
    return tile;
  }
}

async function fetched(path: string): Promise<Tile | undefined> {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer.status === 204 ? undefined : new Tile(await answer.arrayBuffer());
}

function read(layer: VectorTileLayer | undefined): Feature[] {
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index)).flatMap(
    (feature) => {
      const lines = feature?.loadGeometry() ?? [];
      return feature ? [{ properties: feature.properties, lines, box: boxOf(lines) }] : [];
    },
  );
}

function boxOf(lines: readonly (readonly Point[])[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of lines.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
