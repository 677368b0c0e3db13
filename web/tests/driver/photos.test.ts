import { beforeEach, expect, test } from "vitest";
import type { Photo } from "../../src/driver/logic/model.ts";
import { type Album, PhotoQueue, type PhotoSent, photographed } from "../../src/driver/logic/photos.ts";
import { entryOf, parcel } from "./made.ts";

/** An album that forgets everything with the test. */
class ShortAlbum implements Album {
  kept: Photo[] = [];

  async photos() {
    return [...this.kept];
  }
  async removePhotos(parcels: readonly string[], id?: string) {
    this.kept = this.kept.filter((one) => !parcels.includes(one.parcel) || (id && one.id !== id));
  }
}

const photo = (of: string, id = `photo of ${of}`): Photo => ({
  parcel: of,
  id,
  at: 1_000,
  jpeg: new ArrayBuffer(8),
});

let album: ShortAlbum;
let sent: string[];
let answers: PhotoSent[];
let now: number;
let queue: PhotoQueue;

beforeEach(() => {
  album = new ShortAlbum();
  sent = [];
  answers = [];
  now = 0;
  const send = async ({ id }: Photo): Promise<PhotoSent> => {
    sent.push(id);
    return answers.shift() ?? { is: "kept" };
  };
  queue = new PhotoQueue(album, send, () => now);
});

test("a photo goes after its delivery, and others do not wait for it", async () => {
  album.kept = [photo("a"), photo("b")];
  const delivery = entryOf("1", { kind: "delivered", parcel: "a", outcome: "delivered_to_mailbox" });
  await queue.flush([delivery]);
  expect(sent).toEqual(["photo of b"]);
  expect(album.kept).toEqual([photo("a")]);
  await queue.flush([]);
  expect(album.kept).toEqual([]);
});

test("without signal it is kept, and not tried before its time", async () => {
  album.kept = [photo("a"), photo("b")];
  answers = [{ is: "later" }];
  await queue.flush([]);
  await queue.flush([]);
  expect(sent).toHaveLength(1);
  expect(album.kept).toHaveLength(2);
  queue.hurry();
  await queue.flush([]);
  expect(album.kept).toEqual([]);
  expect(sent).toEqual(["photo of a", "photo of a", "photo of b"]);
});

test("one that the server does not want is told and not sent again", async () => {
  album.kept = [photo("a")];
  answers = [{ is: "refused", code: "too_late" }];
  expect(await queue.flush([])).toEqual([{ photo: photo("a"), code: "too_late" }]);
  expect(await queue.flush([])).toEqual([]);
  expect(sent).toHaveLength(1);
});

test("one that took the place of another while that was sent is sent as well", async () => {
  album.kept = [photo("a", "first")];
  queue = new PhotoQueue(album, async ({ id }) => {
    sent.push(id);
    album.kept = id === "first" ? [photo("a", "second")] : album.kept;
    return { is: "kept" };
  });
  await queue.flush([]);
  await queue.flush([]);
  expect(sent).toEqual(["first", "second"]);
  expect(album.kept).toEqual([]);
});

test("a photo is offered of what one person finds at their door", () => {
  const own = [parcel("a", { recipient: "Ada" }), parcel("b", { recipient: "Ada" })];
  expect(photographed(own, "delivered_to_safe_place")).toEqual(["a", "b"]);
  expect(photographed(own, "delivered_to_pickup_point")).toEqual([]);
  expect(photographed(own, "failed_not_home")).toEqual([]);
  expect(photographed([...own, parcel("c", { recipient: "Bob" })], "delivered_to_mailbox")).toEqual([]);
  expect(photographed([parcel("a", { photo: false })], "delivered_to_mailbox")).toEqual([]);
  expect(photographed([], "delivered_to_mailbox")).toEqual([]);
});
