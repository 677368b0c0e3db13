import { shrunk } from "../photo/shrunk.ts";
import { PlaceWatch } from "./device/place.ts";
import {
  askDay,
  askPrivacy,
  type CodeCheck,
  checkCode,
  type LoggedIn,
  logIn,
  logOut,
  sendEntries,
  sendPhoto,
} from "./device/server.ts";
import { Store } from "./device/store.ts";
import { WakeLock } from "./device/wake.ts";
import { withWaiting } from "./logic/apply.ts";
import { mayCollect } from "./logic/collect.ts";
import { entry, HOLD_MS, outcomeEntries, randomId } from "./logic/entries.ts";
import type { Entry, Happening, Outcome, Stop, Tour } from "./logic/model.ts";
import { PhotoQueue, photographed } from "./logic/photos.ts";
import type { Privacy } from "./logic/privacy.ts";
import { Queue } from "./logic/queue.ts";
import { readDay } from "./logic/read.ts";
import { news, newsKey, seen } from "./logic/wishes.ts";
import { type AppView, EMPTY } from "./view.ts";

const POLL_MS = 10_000;
const DRIVER_KEY = "doorstep-driver";

/** The driver's app: what it knows, and what the driver can do. It holds no markup. */
export class App {
  readonly #changed: () => void;
  readonly #now: () => number;
  readonly #wake = new WakeLock();
  readonly #place: PlaceWatch;
  #store: Store | undefined;
  #queue: Queue | undefined;
  #photos: PhotoQueue | undefined;
  #view: AppView = EMPTY;
  /** What this phone has shown of what recipients ask for. */
  readonly #shown = new Set<string>();
  /** What the server answered for since it last told the tour. */
  #settled: readonly Entry[] = [];

  /** `now` is the clock that entries are stamped with. */
  constructor(changed: () => void, now: () => number = Date.now) {
    this.#changed = changed;
    this.#now = now;
    this.#place = new PlaceWatch(
      (what) => void this.#happen(what),
      (place) => this.#set({ place }),
    );
  }

  /** What there is to see. */
  get view(): AppView {
    return this.#view;
  }

  /** Shows what the phone knows, then asks the server, again and again. */
  async start(): Promise<void> {
    await this.#open(localStorage.getItem(DRIVER_KEY) ?? "");
    const look = () => document.visibilityState === "visible" && void this.refresh();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    window.addEventListener("offline", () => this.#set({ online: false }));
    window.addEventListener("online", () => {
      this.#queue?.hurry();
      this.#photos?.hurry();
      void this.refresh();
    });
    window.setInterval(look, POLL_MS);
    window.setInterval(() => void this.#flush(), 2_000);
    await this.refresh();
  }

  /** Logs in; gives why it did not work, if so. */
  async logIn(code: string): Promise<LoggedIn["is"]> {
    const answer = await logIn(code);
    if (answer.is === "in") {
      localStorage.setItem(DRIVER_KEY, answer.driver);
      await this.#open(answer.driver);
      await this.refresh();
    }
    return answer.is;
  }

  /** Logs out. What was not sent stays on the phone for the same driver; the plan does not. */
  async logOut(): Promise<void> {
    await this.#flush();
    if (await logOut()) {
      await this.#store?.keep("day", undefined);
      localStorage.removeItem(DRIVER_KEY);
      this.#set({ ...EMPTY, screen: "login" });
    }
  }

  /** Sends what waits, then asks the server for the tour as it is now. */
  async refresh(): Promise<void> {
    await this.#flush();
    await this.#ask();
  }

  /** Begins the tour and lets this phone send its place. */
  async begin(): Promise<void> {
    await this.#happen({ kind: "started" });
    await this.sharePlace();
  }

  /** Lets this phone send its place for this tour. */
  async sharePlace(): Promise<void> {
    const tour = this.#view.day?.tour?.id;
    await this.#store?.keep("sharing", tour);
    this.#set({ sharing: tour });
  }

  /** Notes a turn of the tour, that the map is closed or opened, an arrival, or that a stop is left for later. */
  async note(what: Happening): Promise<void> {
    await this.#happen(what);
    if (what.kind === "skipped") {
      this.#set({ wished: undefined });
    }
  }

  /** Notes how it ended for some parcels of a stop; it may be taken back for a moment. */
  async conclude(stop: Stop, parcels: readonly string[], outcome: Outcome): Promise<void> {
    const tour = this.#view.day?.tour;
    if (!tour || parcels.length === 0) {
      return;
    }
    const entries = outcomeEntries(tour.id, parcels, outcome, this.#now());
    await this.#keep(entries);
    const address = firstLine(stop.address);
    const undo = { ids: entries.map(({ id }) => id), outcome, address };
    const concluded = stop.parcels.filter(({ id }) => parcels.includes(id));
    const seen = photographed(concluded, outcome);
    const photo = seen.length > 0 ? { parcels: seen, address, state: "offered" as const } : undefined;
    this.#set({ undo, photo, wished: undefined });
    window.setTimeout(() => {
      if (this.#view.undo === undo) {
        this.#set({ undo: undefined });
      }
      void this.#flush();
    }, HOLD_MS + 50);
  }

  /** Has the code checked that the recipient of a parcel told; without signal nobody can. */
  async checkCode(parcel: string, code: string): Promise<CodeCheck> {
    const tour = this.#view.day?.tour?.id;
    if (!tour) {
      return "failed";
    }
    await this.#flush();
    const check = await checkCode(tour, parcel, code, this.#now());
    await this.#ask();
    return check;
  }

  /** Takes the last outcome back, before it was sent. */
  async undo(): Promise<void> {
    const ids = this.#view.undo?.ids ?? [];
    await this.#store?.remove(ids);
    await this.#store?.removePhotos(this.#view.photo?.parcels ?? []);
    this.#set({ undo: undefined, photo: undefined });
    await this.#recount(ids);
  }

  /** Adds a photo to the last delivery. It goes with the signal, and nothing waits for it. */
  async addPhoto(file: Blob): Promise<void> {
    const offer = this.#view.photo;
    const at = this.#now();
    const jpeg = offer && (await shrunk(file));
    // The delivery may have been taken back while the picture was made small.
    const parcels = offer?.parcels.filter((parcel) => this.#isConcluded(parcel)) ?? [];
    if (jpeg) {
      await this.#store?.addPhotos(parcels.map((parcel) => ({ parcel, id: randomId(), at, jpeg })));
    }
    if (offer && this.#view.photo?.parcels === offer.parcels) {
      this.#set({ photo: { ...offer, state: jpeg ? "kept" : "unreadable" } });
    }
    await this.#recount();
    void this.#flush();
  }

  /** Makes a stop the next one on this screen. */
  wish(stop: string): void {
    this.#set({ wished: stop });
  }

  /** Who sees the driver and what is kept of them; nothing without signal. */
  async privacy(): Promise<Privacy | undefined> {
    return askPrivacy();
  }

  /** The driver has read what was not taken. */
  async understood(): Promise<void> {
    await this.#store?.forgetRefused(this.#view.refused.map(({ id }) => id));
    await this.#recount();
  }

  /** The driver has read what recipients ask for. */
  heard(): void {
    this.#set({ news: [] });
  }

  #isConcluded(parcel: string): boolean {
    const parcels = this.#view.tour?.stops.flatMap((stop) => stop.parcels) ?? [];
    return parcels.some(({ id, outcome }) => id === parcel && outcome !== undefined);
  }

  async #open(driver: string): Promise<void> {
    const store = await Store.open(`doorstep-driver-${driver || "phone"}`);
    this.#store = store;
    this.#queue = new Queue(store, (tour, entries) => sendEntries(tour, entries, this.#now()));
    this.#photos = new PhotoQueue(store, (photo) => sendPhoto(photo, this.#now()));
    const kept = await store.value("day");
    if (isKept(kept)) {
      this.#set({ screen: "day", day: readDay(kept.said), asOf: kept.at });
    }
    const sharing = await store.value("sharing");
    this.#set({ sharing: typeof sharing === "string" ? sharing : undefined });
    await this.#recount();
  }

  async #happen(what: Happening): Promise<void> {
    const tour = this.#view.day?.tour;
    if (tour) {
      await this.#keep([entry(tour.id, what, this.#now())]);
      void this.#flush();
    }
  }

  async #keep(entries: readonly Entry[]): Promise<void> {
    await this.#store?.add(entries);
    await this.#recount();
  }

  async #flush(): Promise<void> {
    if (!this.#queue || this.#view.waiting === 0) {
      return;
    }
    const told = await this.#queue.flush();
    const settledBefore = this.#settled.length;
    if (told === "sent") {
      await this.#flushPhotos();
    }
    await this.#recount();
    if (told === "logged_out") {
      this.#set({ screen: "login" });
    } else if (told === "waiting") {
      this.#set({ online: false });
    } else if (this.#settled.length > settledBefore) {
      await this.#ask();
    }
  }

  async #flushPhotos(): Promise<void> {
    const refused = await this.#photos?.flush(await (this.#store?.entries() ?? []));
    const told = (refused ?? []).map(({ photo: { id, at }, code }) => {
      return { id, code, entry: { at, what: { kind: "photo" as const } } };
    });
    await this.#store?.refuse(told);
  }

  async #ask(): Promise<void> {
    const settled = this.#settled;
    const asked = await askDay();
    if (asked.is === "day") {
      const at = this.#now();
      // What the server answered for before it was asked is in its answer.
      this.#settled = this.#settled.filter((entry) => !settled.includes(entry));
      await this.#store?.keep("day", { said: asked.said, at });
      this.#set({ screen: "day", day: asked.day, asOf: at, online: true });
    } else if (asked.is === "logged_out") {
      this.#set({ screen: "login", online: true });
    } else {
      this.#set({ online: false, screen: this.#view.screen === "loading" ? "away" : this.#view.screen });
    }
  }

  async #recount(takenBack: readonly string[] = []): Promise<void> {
    const store = this.#store;
    if (!store) {
      return;
    }
    const entries = await store.entries();
    const refused = await store.refused();
    const photos = await store.photos();
    const kept = new Set([...entries, ...refused].map(({ id }) => id).concat(takenBack));
    this.#settled = [...this.#settled, ...this.#view.unsent.filter(({ id }) => !kept.has(id))];
    const unsent = entries.filter(({ what }) => what.kind !== "fix");
    this.#set({ waiting: entries.length + photos.length, unsent, refused });
  }

  #set(news: Partial<AppView>): void {
    const before = { ...this.#view, ...news };
    const known = before.day?.tour;
    const tour: Tour | undefined = known && withWaiting(known, [...this.#settled, ...before.unsent]);
    this.#view = { ...before, tour };
    const isShown = before.screen === "day";
    this.#place.set(isShown && mayCollect(tour, before.sharing));
    this.#wake.set(isShown && tour?.phase === "underway");
    this.#show(isShown ? tour : undefined);
    this.#changed();
  }

  /** Shows what recipients ask for, and notes that it was shown where someone can see the screen. */
  #show(tour: Tour | undefined): void {
    if (document.visibilityState !== "visible") {
      return;
    }
    const fresh = news(tour).filter((item) => !this.#shown.has(newsKey(item)));
    if (!tour || fresh.length === 0) {
      return;
    }
    for (const item of fresh) {
      this.#shown.add(newsKey(item));
    }
    this.#view = { ...this.#view, news: [...this.#view.news, ...fresh] };
    void this.#keep(fresh.map((item) => entry(tour.id, seen(item), this.#now()))).then(() => this.#flush());
  }
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}

function isKept(value: unknown): value is { said: unknown; at: number } {
  return typeof value === "object" && value !== null && "at" in value && typeof value.at === "number";
}
