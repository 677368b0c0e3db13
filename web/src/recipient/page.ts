import { OLD_AFTER_MS, tickAges } from "../live/ages.ts";
import { Announcer } from "../live/announcer.ts";
import { pageClock, type ServerClock } from "../live/clock.ts";
import { pageLocale } from "../live/locale.ts";
import { type PageMessage, readMessage } from "../live/message.ts";
import { noticeWords, troubleOf } from "../live/notice.ts";
import { Parts } from "../live/parts.ts";
import { type Hearing, Stream } from "../live/stream.ts";
import { appear, helperElement } from "./dom.ts";
import { watchPins } from "./pin.ts";
import { watchPlacePhotos } from "./place_photo.ts";
import { Stage } from "./stage.ts";

/** A page that nobody looked at for this long opens its stream anew: the old one may be dead without knowing. */
const UNSEEN_MAX_MS = 60_000;

/** Joins the stream, the parts, the map, the ages and the notices. */
export class LivePage {
  readonly #main: HTMLElement;
  readonly #locale = pageLocale();
  readonly #clock: ServerClock;
  readonly #parts: Parts;
  readonly #stage: Stage;
  readonly #announcer: Announcer;
  readonly #notice: HTMLElement;
  readonly #stream: Stream;
  #hearing: Hearing = "live";
  #lostAt = 0;
  #heardAt: number | undefined;
  #hiddenAt = 0;

  constructor(main: HTMLElement) {
    this.#main = main;
    this.#clock = pageClock(main);
    this.#heardAt = this.#clock.now();
    this.#parts = new Parts(main);
    this.#stage = new Stage(main, this.#clock);
    this.#notice = helperElement(main, "notice", "notice");
    const aloud = helperElement(main, "announce", "vh");
    aloud.setAttribute("aria-live", "polite");
    aloud.hidden = false;
    this.#announcer = new Announcer((text) => {
      aloud.textContent = text;
    });
    this.#stream = new Stream(main.dataset.stream ?? "", {
      message: (data) => this.#message(data),
      hearing: (hearing) => this.#hears(hearing),
      gone: () => window.location.reload(),
    });
  }

  /** Opens the stream and begins to tick. */
  start(): void {
    document.documentElement.classList.add("live");
    this.#stage.follow(undefined);
    this.#tick();
    window.setInterval(() => this.#tick(), 1_000);
    this.#watchDevice();
    watchPlacePhotos(this.#main);
    watchPins(this.#main);
    this.#stream.open();
  }

  #watchDevice(): void {
    const settle = () => queueMicrotask(() => this.#shown(this.#parts.settle()));
    this.#main.addEventListener("focusout", settle);
    this.#main.addEventListener("toggle", settle, true);
    window.addEventListener("online", () => this.#stream.open());
    window.addEventListener("offline", () => this.#hears("away"));
    window.addEventListener("pagehide", () => this.#stream.close());
    window.addEventListener("pageshow", (event) => event.persisted && this.#stream.open());
    document.addEventListener("visibilitychange", () => this.#looked());
  }

  #looked(): void {
    if (document.hidden) {
      this.#hiddenAt = Date.now();
    } else if (Date.now() - this.#hiddenAt > UNSEEN_MAX_MS) {
      this.#stream.open();
    }
  }

  #message(data: string): void {
    const message = readMessage(data);
    if (!message) {
      return;
    }
    if (message.now !== undefined) {
      this.#clock.set(message.now);
      this.#heardAt = message.now;
    }
    this.#shown(this.#parts.show(message.parts));
    this.#tell(message);
    this.#stage.follow(message.map);
    this.#tick();
  }

  #shown(replaced: readonly string[]): void {
    for (const name of replaced) {
      appear(this.#main.querySelector(`[data-part="${name}"]`), name);
    }
    if (replaced.includes("stage")) {
      this.#stage.follow(undefined);
    }
    if (replaced.includes("lead")) {
      // The answer to what was sent a while ago is no news beside what has happened since.
      this.#main.querySelector(".saved")?.remove();
    }
    if (replaced.length > 0) {
      tickAges(this.#main, this.#clock, this.#locale);
    }
  }

  #tell(message: PageMessage): void {
    if (message.title) {
      document.title = message.title;
    }
    if (message.announcement) {
      this.#announcer.offer(message.announcement);
    }
  }

  #hears(hearing: Hearing): void {
    if (hearing !== this.#hearing) {
      this.#hearing = hearing;
      this.#lostAt = Date.now();
    }
    this.#tick();
  }

  #tick(): void {
    tickAges(this.#main, this.#clock, this.#locale);
    this.#stage.age(OLD_AFTER_MS);
    const trouble = troubleOf(navigator.onLine, this.#hearing, Date.now() - this.#lostAt);
    const sentence = trouble && this.#main.dataset[trouble];
    this.#notice.hidden = !sentence;
    const words = sentence ? noticeWords(sentence, this.#heardAt, this.#locale, this.#main.dataset.zone) : "";
    if (this.#notice.textContent !== words) {
      this.#notice.textContent = words;
    }
  }
}
