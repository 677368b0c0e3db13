import type { Entry, Photo, Refused } from "../logic/model.ts";
import type { Album } from "../logic/photos.ts";
import type { Box } from "../logic/queue.ts";

const VERSION = 2;

/** Everything that the app keeps on the phone: entries and photos to be sent, entries that were not taken, and a few values. */
export class Store implements Box, Album {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Opens the store of a driver; each has their own, so that nobody sends what another one entered. */
  static async open(name: string): Promise<Store> {
    const opening = indexedDB.open(name, VERSION);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        const entries = opening.result.createObjectStore("entries", { keyPath: "id" });
        entries.createIndex("at", "at");
        opening.result.createObjectStore("refused", { keyPath: "id" });
        opening.result.createObjectStore("values");
      }
      opening.result.createObjectStore("photos", { keyPath: "parcel" });
    };
    return new Store(await done(opening));
  }

  /** The oldest entries, or all of them. */
  async entries(limit?: number): Promise<Entry[]> {
    return done(this.#store("entries", "readonly").index("at").getAll(null, limit));
  }

  async add(entries: readonly Entry[]): Promise<void> {
    const store = this.#store("entries", "readwrite");
    for (const entry of entries) {
      store.put(entry);
    }
    await finished(store.transaction);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#delete("entries", ids);
  }

  async refuse(refused: readonly Refused[]): Promise<void> {
    const store = this.#store("refused", "readwrite");
    for (const one of refused) {
      store.put(one);
    }
    await finished(store.transaction);
  }

  /** The entries that were not taken and not yet read. */
  async refused(): Promise<Refused[]> {
    return done(this.#store("refused", "readonly").getAll(null, 100));
  }

  /** Forgets entries that were not taken. */
  async forgetRefused(ids: readonly string[]): Promise<void> {
    await this.#delete("refused", ids);
  }

  /** The photos that wait, one of a parcel. */
  async photos(): Promise<Photo[]> {
    return done(this.#store("photos", "readonly").getAll());
  }

  /** Keeps photos, each in place of the one of its parcel. */
  async addPhotos(photos: readonly Photo[]): Promise<void> {
    const store = this.#store("photos", "readwrite");
    for (const photo of photos) {
      store.put(photo);
    }
    await finished(store.transaction);
  }

  /** Forgets the photos of parcels; with an identity that photo alone, and none that took its place meanwhile. */
  async removePhotos(parcels: readonly string[], id?: string): Promise<void> {
    const store = this.#store("photos", "readwrite");
    for (const parcel of parcels) {
      const kept: Photo | undefined = await done(store.get(parcel));
      if (id === undefined || kept?.id === id) {
        store.delete(parcel);
      }
    }
    await finished(store.transaction);
  }

  async value(key: string): Promise<unknown> {
    return done(this.#store("values", "readonly").get(key));
  }

  async keep(key: string, value: unknown): Promise<void> {
    const store = this.#store("values", "readwrite");
    store.put(value, key);
    await finished(store.transaction);
  }

  async #delete(from: string, ids: readonly string[]): Promise<void> {
    const store = this.#store(from, "readwrite");
    for (const id of ids) {
      store.delete(id);
    }
    await finished(store.transaction);
  }

  #store(name: string, mode: IDBTransactionMode): IDBObjectStore {
    // What the driver enters must survive a phone that goes out in the same second.
    return this.#database.transaction(name, mode, { durability: "strict" }).objectStore(name);
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
