import { afterEach, expect, test, vi } from "vitest";
import { Tile, Tiles } from "../../src/map/still/tiles.ts";

const at = (x: number) => ({ z: 14, x, y: 5974, left: 0, top: 0, edge: 512 });

afterEach(() => vi.unstubAllGlobals());

/** A server that gives these answers, the last one again and again; what it was asked for. */
function server(...answers: Response[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return (answers.length > 1 ? answers.shift() : answers[0])?.clone();
  });
  return asked;
}

test("a tile is fetched once, and where the map has none there is none", async () => {
  const asked = server(new Response(new ArrayBuffer(0)), new Response(null, { status: 204 }));
  const tiles = new Tiles();
  const [one, again] = await Promise.all([tiles.get(at(8529)), tiles.get(at(8529))]);
  expect(one).toBeInstanceOf(Tile);
  expect(again).toBe(one);
  expect(one?.features("streets")).toEqual([]);
  expect(await tiles.get(at(1))).toBeUndefined();
  expect(asked).toEqual(["/map/tiles/14/8529/5974", "/map/tiles/14/1/5974"]);
});

test("what failed is asked for again", async () => {
  const asked = server(new Response("", { status: 500 }), new Response(new ArrayBuffer(0)));
  const tiles = new Tiles();
  await expect(tiles.get(at(8529))).rejects.toThrow("500");
  expect(await tiles.get(at(8529))).toBeInstanceOf(Tile);
  expect(asked).toHaveLength(2);
});

test("so many tiles are kept, and the oldest goes first", async () => {
  const asked = server(new Response(new ArrayBuffer(0)));
  const tiles = new Tiles();
  for (let x = 0; x < 49; x += 1) {
    await tiles.get(at(x));
  }
  await tiles.get(at(48));
  await tiles.get(at(1));
  expect(asked).toHaveLength(49);
  await tiles.get(at(0));
  expect(asked).toHaveLength(50);
});
