import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { decrypt } from "http_ece";

/** What came for a browser. */
export interface Pushed {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A push service on this machine, with one browser whose keys are known here. */
export class PushService {
  readonly #server: Server;
  readonly #key = createECDH("prime256v1");
  readonly #auth = randomBytes(16);

  private constructor(server: Server) {
    this.#server = server;
    this.#key.generateKeys();
  }

  static async start(): Promise<PushService> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new PushService(server);
  }

  /** The host and port that it listens at. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What the browser tells a server. */
  get subscription(): object {
    const keys = { p256dh: this.#key.getPublicKey("base64url"), auth: this.#auth.toString("base64url") };
    return { endpoint: `http://${this.host}/one`, expirationTime: null, keys };
  }

  /** The next message that comes. */
  async next(): Promise<Pushed> {
    const [request, answer] = await once(this.#server, "request");
    const pieces: Buffer[] = [];
    for await (const piece of request) {
      pieces.push(piece);
    }
    answer.writeHead(201).end();
    return { headers: request.headers, body: Buffer.concat(pieces) };
  }

  /** What a message says, by a library that is not ours. */
  unseal({ body }: Pushed): string {
    const authSecret = this.#auth.toString("base64url");
    return decrypt(body, { version: "aes128gcm", privateKey: this.#key, authSecret }).toString("utf8");
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
}

/** What the sender of a message claims, when the signature is that of the key that it names. */
export function claimsOf({ headers }: Pushed): { key: string; claims: Record<string, unknown> } {
  const [, token = "", key = ""] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.toString("base64url", 1, 33), point.toString("base64url", 33)];
  const jwk = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = Buffer.from(`${head}.${claims}`);
  const how = { key: jwk, dsaEncoding: "ieee-p1363" } as const;
  if (!verify("sha256", signed, how, Buffer.from(signature, "base64url"))) {
    throw new Error("the signature is not that of the key");
  }
  return { key, claims: JSON.parse(Buffer.from(claims, "base64url").toString()) };
}
