import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

/** What a server was asked. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Answers one request. */
export type Answer = (response: ServerResponse, asked: Asked) => void;

const running: Server[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});

/** A real server that gives these answers, one after another and the last one again and again, and what it was asked. */
export async function answering(...answers: Answer[]): Promise<{ base: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) {
      pieces.push(piece);
    }
    const { method = "", url = "", headers } = request;
    const next = { method, url, headers, body: Buffer.concat(pieces).toString() };
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(next);
    answer?.(response, next);
  });
  running.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Answers with JSON. */
export function json(value: unknown, status = 200): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  };
}

/** Refuses with a problem document. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    const told = { type: "about:blank", title: "Problem", status, code, detail: "It is so." };
    response.writeHead(status, { "content-type": "application/problem+json", ...headers });
    response.end(JSON.stringify(told));
  };
}

/** Breaks off. */
export const breaksOff: Answer = (response) => {
  response.destroy();
};

/** Never answers. */
export const silent: Answer = () => {};
