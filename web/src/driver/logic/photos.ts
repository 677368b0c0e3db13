/** Photos of deliveries: where one may be taken, and how they are sent. */
import { Backoff } from "../../live/backoff.ts";
import type { Entry, Outcome, Parcel, Photo } from "./model.ts";

const SEEN_AT_THE_DOOR: readonly Outcome[] = [
  "delivered_to_recipient",
  "delivered_to_neighbour",
  "delivered_to_safe_place",
  "delivered_to_mailbox",
];

/**
 * The parcels that a photo would be of: those that ended like this and of which one may be taken. Of parcels for
 * different people none is taken, since each would see the other's.
 */
export function photographed(parcels: readonly Parcel[], outcome: Outcome): readonly string[] {
  const people = new Set(parcels.map((parcel) => parcel.recipient));
  if (!SEEN_AT_THE_DOOR.includes(outcome) || people.size !== 1 || !parcels.every(({ photo }) => photo)) {
    return [];
  }
  return parcels.map(({ id }) => id);
}

/** Where photos are kept until the server has them. */
export interface Album {
  photos(): Promise<Photo[]>;
  removePhotos(parcels: readonly string[], id?: string): Promise<void>;
}

/** What came of sending a photo. */
export type PhotoSent =
  | { readonly is: "kept" | "logged_out" | "later" }
  | { readonly is: "refused"; readonly code: string };

/** A photo that the server did not want, and why. */
export interface Unwanted {
  readonly photo: Photo;
  readonly code: string;
}

/** Sends photos, one after the other, each after the delivery that it is of. */
export class PhotoQueue {
  readonly #album: Album;
  readonly #send: (photo: Photo) => Promise<PhotoSent>;
  readonly #now: () => number;
  readonly #backoff = new Backoff(2_000, 60_000);
  #busy: Promise<Unwanted[]> | undefined;
  #notBefore = 0;

  constructor(album: Album, send: (photo: Photo) => Promise<PhotoSent>, now: () => number = Date.now) {
    this.#album = album;
    this.#send = send;
    this.#now = now;
  }

  /**
   * Sends those whose delivery does not wait itself; gives those that the server did not want, with its code. One such
   * run at a time; asking again joins it.
   */
  flush(waiting: readonly Entry[]): Promise<Unwanted[]> {
    this.#busy ??= this.#run(waiting).finally(() => {
      this.#busy = undefined;
    });
    return this.#busy;
  }

  /** Lets the next run try at once: the signal came back. */
  hurry(): void {
    this.#notBefore = 0;
    this.#backoff.reset();
  }

  async #run(waiting: readonly Entry[]): Promise<Unwanted[]> {
    const unsent = new Set(waiting.map(({ what }) => ("parcel" in what ? what.parcel : undefined)));
    const refused: Unwanted[] = [];
    for (const photo of await this.#album.photos()) {
      if (unsent.has(photo.parcel) || this.#now() < this.#notBefore) {
        continue;
      }
      const sent = await this.#send(photo);
      if (sent.is === "later" || sent.is === "logged_out") {
        this.#notBefore = this.#now() + this.#backoff.next();
        break;
      }
      this.#backoff.reset();
      await this.#album.removePhotos([photo.parcel], photo.id);
      if (sent.is === "refused") {
        refused.push({ photo, code: sent.code });
      }
    }
    return refused;
  }
}
