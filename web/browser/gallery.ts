import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { launch, NO_GL, pictureFolder, Watched } from "./watched.ts";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

const ROOT = new URL("../../", import.meta.url).pathname;
/** Where the server's own tests write every page in every state. */
const PAGES = join(ROOT, "target/gallery");
const DIST = join(ROOT, "web/dist");
const ART = join(ROOT, "crates/server/templates/art");
const IMAGES = join(ROOT, "docs/images");
/** What stands in every photo. */
const PHOTO = "tracking.png";
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A page in one state and one language. */
export interface State {
  readonly name: string;
  readonly language: string;
  readonly path: string;
}

/** The states in one language. */
export const isIn = (language: string) => (state: State) => state.language === language;

/** Every state of every page, as the server writes them, without scripts: nothing on them changes. */
export class Gallery {
  readonly #base: string;
  readonly #states: readonly State[];
  /** Style sheets that were asked for and are not there: the pages were written before the sheets were built. */
  readonly #missing: readonly string[];
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #pictures = pictureFolder("gallery");

  private constructor(server: Server, missing: readonly string[], browser: Browser) {
    this.#missing = missing;
    this.#server = server;
    this.#browser = browser;
    this.#base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#states = readdirSync(PAGES)
      .filter((file) => file.endsWith(".html"))
      .sort()
      .map((file) => {
        const [name = "", language = ""] = file.split(".");
        return { name, language, path: `/${file}` };
      });
  }

  static async open(): Promise<Gallery> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const url = request.url ?? "/";
      const file = fileOf(url);
      if (file === null) {
        if (url.endsWith(".css")) {
          asked.push(url);
        }
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { "content-type": TYPES[extname(file)] }).end(readFileSync(file));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Gallery(server, asked, await launch(NO_GL));
  }

  /** Shows every state that passes, one after the other, in one page. */
  async each(
    options: BrowserContextOptions,
    pass: (state: State) => boolean,
    look: (page: Page, state: State, watched: Watched) => Promise<void>,
  ): Promise<void> {
    const watched = await Watched.open(this.#browser, this.#base, this.#pictures, options);
    const page = await watched.context.newPage();
    const states = this.#states.filter(pass);
    expect(states.length).toBeGreaterThan(50);
    for (const state of states) {
      await page.goto(state.path);
      await look(page, state, watched);
    }
    expect(this.#missing).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await watched.context.close();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
}

function fileOf(url: string): string | null {
  const { pathname } = new URL(url, "http://gallery");
  const name = pathname.endsWith("photo") ? PHOTO : basename(pathname);
  const folders = url.startsWith("/assets/") ? [DIST, ART] : [PAGES, IMAGES];
  const files = folders.map((folder) => join(folder, name));
  return files.find((file) => extname(file) in TYPES && existsSync(file)) ?? null;
}
