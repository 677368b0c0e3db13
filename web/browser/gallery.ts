import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";

const ROOT = new URL("../../", import.meta.url).pathname;
/** Where the server's own tests write every page in every state. */
const PAGES = join(ROOT, "target/gallery");
const DIST = join(ROOT, "web/dist");
const ART = join(ROOT, "crates/server/templates/art");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A page in one state and one language. */
export interface State {
  readonly name: string;
  readonly language: string;
  readonly path: string;
}

/** Every state of every page, as the server writes them, without scripts: nothing on them changes. */
export class Gallery {
  readonly base: string;
  readonly states: readonly State[];
  /** Style sheets that were asked for and are not there: the pages were written before the sheets were built. */
  readonly missing: readonly string[];
  readonly #server: Server;

  private constructor(server: Server, missing: string[]) {
    this.missing = missing;
    this.#server = server;
    this.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.states = readdirSync(PAGES)
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
    return new Gallery(server, asked);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
}

function fileOf(url: string): string | null {
  const name = basename(new URL(url, "http://gallery").pathname);
  const folders = url.startsWith("/assets/") ? [DIST, ART] : [PAGES];
  const files = folders.map((folder) => join(folder, name));
  return files.find((file) => extname(file) in TYPES && existsSync(file)) ?? null;
}
