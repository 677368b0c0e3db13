import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a shop needs to know to show a parcel. */
interface Wiring {
  readonly server: string;
  readonly key: string;
  readonly trackingNumber: string;
}

/** A shop of its own origin, whose pages allow no more than the tracker needs, and trust no text as a script. */
export class Shop {
  readonly base: string;
  readonly #server: Server;
  readonly #wiring: Wiring;
  /** How often a page asked for a token. */
  asked = 0;

  private constructor(server: Server, wiring: Wiring) {
    this.#server = server;
    this.#wiring = wiring;
    this.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Opens it. */
  static async open(wiring: Wiring): Promise<Shop> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const shop = new Shop(server, wiring);
    server.on("request", async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? "/", shop.base);
      if (pathname === "/order/token") {
        response.setHeader("content-type", "application/json");
        response.end(await shop.#token());
      } else if (pathname === "/favicon.ico") {
        response.writeHead(204).end();
      } else if (pathname === "/shop.css") {
        response.setHeader("content-type", "text/css");
        response.end(
          "doorstep-tracker { --doorstep-accent: light-dark(rgb(120, 40, 160), rgb(200, 160, 240)); max-width: 34rem; }",
        );
      } else {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.setHeader("content-security-policy", shop.#policy());
        response.end(shop.#page(searchParams.get("lang") ?? "en", searchParams.has("badge")));
      }
    });
    return shop;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** The shop's server knows who is logged in, and asks for its customer's parcel. */
  async #token(): Promise<string> {
    this.asked += 1;
    const answer = await fetch(`${this.#wiring.server}/v1/embed-tokens`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.#wiring.key}`, "content-type": "application/json" },
      body: JSON.stringify({ tracking_number: this.#wiring.trackingNumber, origin: this.base }),
    });
    return answer.text();
  }

  #policy(): string {
    const carrier = this.#wiring.server;
    return [
      "default-src 'none'",
      "style-src 'self'",
      `script-src ${carrier}`,
      `connect-src 'self' ${carrier}`,
      `frame-src ${carrier}`,
      `img-src 'self' ${carrier}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join("; ");
  }

  #page(language: string, withScript: boolean): string {
    const script = withScript ? "" : `<script src="${this.#wiring.server}/embed/tracker.js" defer></script>`;
    return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Order 42</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/shop.css">${script}</head>
<body><main><h1>Order 42</h1>
<doorstep-tracker token-url="/order/token"><a href="${this.#wiring.server}/orders">Track your parcel</a></doorstep-tracker>
</main></body></html>`;
  }
}
