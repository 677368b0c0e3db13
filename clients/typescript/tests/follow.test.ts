import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { follow, type Tracking } from "../src/follow.ts";
import { Doorstep } from "../src/index.ts";
import { type Answer, answering, breaksOff, json, problem } from "./answering.ts";

const ID = "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c11";

function stream(response: ServerResponse): ServerResponse {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write("retry: 100\n\n");
  return response;
}

function message(id: string, status: string): string {
  return `event: tracking\nid: ${id}\ndata: ${JSON.stringify({ parcel_id: ID, status })}\n\n`;
}

/** A stream that tells one status and breaks off. */
function tells(id: string, status: string): Answer {
  return (response) => stream(response).end(message(id, status));
}

async function read(tracking: AsyncIterable<Tracking>, count: number): Promise<string[]> {
  const told: string[] = [];
  for await (const { status } of tracking) {
    told.push(status);
    if (told.length === count) {
      break;
    }
  }
  return told;
}

test("what changes is told, and after a break only what is new", async () => {
  const { base, asked } = await answering(
    (response) => stream(response).end(message("a", "in_transit") + message("b", "out_for_delivery")),
    breaksOff,
    problem(503, "busy", { "retry-after": "0" }),
    (response) => stream(response).end(),
    tells("c", "delivered"),
  );
  const recipient = new Doorstep({ server: base, session: "doorstep_session=1" });
  expect(await read(recipient.follow(ID), 3)).toEqual(["in_transit", "out_for_delivery", "delivered"]);
  expect(asked.map(({ headers }) => headers["last-event-id"])).toEqual([undefined, "b", "b", "b", "b"]);
  expect(asked[0]).toMatchObject({
    url: `/v1/parcels/${ID}/tracking/stream`,
    headers: { accept: "text/event-stream", cookie: "doorstep_session=1" },
  });
});

test("events of other kinds are passed over", async () => {
  const { base } = await answering((response) => {
    stream(response).end(`event: news\nid: n\ndata: {}\n\n${message("a", "delivered")}`);
  });
  expect(await read(new Doorstep({ server: base }).follow(ID), 1)).toEqual(["delivered"]);
});

test("a stream that cannot be opened is an error, after the tries of any call", async () => {
  const { base, asked } = await answering(problem(503, "busy"));
  await expect(read(new Doorstep({ server: base }).follow(ID), 1)).rejects.toMatchObject({ code: "busy" });
  expect(asked.splice(0)).toHaveLength(1);
  const patient = new Doorstep({ server: base, retries: { times: 2, firstPauseMs: 1 } });
  await expect(read(patient.follow(ID), 1)).rejects.toMatchObject({ code: "busy" });
  expect(asked).toHaveLength(3);
});

test("a stream ends for good when its session does", async () => {
  const { base } = await answering(tells("a", "in_transit"), problem(401, "unauthenticated"));
  await expect(read(new Doorstep({ server: base }).follow(ID), 2)).rejects.toMatchObject({ status: 401 });
});

test("what is no stream, no JSON or too long is an error", async () => {
  const page = json({ status: "delivered" });
  const broken: Answer = (response) => stream(response).end("event: tracking\ndata: {\n\n");
  const endless: Answer = (response) => stream(response).end(`data: ${"x".repeat((1 << 20) + 1)}`);
  for (const answer of [page, broken, endless]) {
    const { base } = await answering(answer);
    const reading = read(new Doorstep({ server: base }).follow(ID), 1);
    await expect(reading).rejects.toMatchObject({ code: "unexpected_answer" });
  }
});

test("a silent stream is dead and opened again", async () => {
  const { base, asked } = await answering(
    (response) => stream(response).write(message("a", "in_transit")),
    tells("b", "delivered"),
  );
  const url = `${base}/v1/parcels/${ID}/tracking/stream`;
  const call = { method: "GET", path: "/stream", url, headers: {}, isRepeatable: true };
  const tracking = follow(call, { fetch, timeoutMs: 30_000, retries: undefined }, 1_000);
  expect(await read(tracking, 2)).toEqual(["in_transit", "delivered"]);
  expect(asked[1]?.headers["last-event-id"]).toBe("a");
});

test("whoever stops reading closes the connection", async () => {
  const closed: Promise<unknown>[] = [];
  const open: Answer = (response) => {
    closed.push(once(response, "close"));
    stream(response).write(message("a", "in_transit"));
  };
  const { base } = await answering(open);
  const doorstep = new Doorstep({ server: base });
  await read(doorstep.follow(ID), 1);
  await closed[0];
  const ended = new AbortController();
  const tracking = doorstep.follow(ID, { signal: ended.signal });
  await tracking.next();
  ended.abort(new Error("the page was closed"));
  await expect(tracking.next()).rejects.toThrow("the page was closed");
  await closed[1];
});
