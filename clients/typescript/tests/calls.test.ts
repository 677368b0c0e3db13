import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Doorstep, DoorstepError } from "../src/index.ts";
import { type Answer, answering, breaksOff, json, problem, silent } from "./answering.ts";

const KEY = "dk_0123456789abcdef";
const ID = "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c11";
const FAST = { times: 3, firstPauseMs: 1, longestPauseMs: 50 };
const PARCEL = { id: ID, tracking_number: "EX1" };

async function failure(call: Promise<unknown>): Promise<DoorstepError> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DoorstepError);
  return error as DoorstepError;
}

describe("a call", () => {
  test("says who asks, what and how", async () => {
    const { base, asked } = await answering(json(PARCEL, 201));
    const doorstep = new Doorstep({ server: `${base}/`, key: KEY });
    const body = { tracking_number: "EX1", sender: "Bookshop" };
    const parcel = await doorstep.post("/v1/parcels", { body, idempotencyKey: "order-1" });
    expect(parcel).toEqual(PARCEL);
    expect(asked[0]).toMatchObject({ method: "POST", url: "/v1/parcels", body: JSON.stringify(body) });
    expect(asked[0]?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      "content-type": "application/json",
      "idempotency-key": "order-1",
    });
  });

  test("puts parameters where they belong", async () => {
    const { base, asked } = await answering(json({ rules: {} }), json({ tours: [] }));
    const doorstep = new Doorstep({ server: base, key: KEY });
    await doorstep.get("/v1/visibility/senders/{sender}", { path: { sender: "A/B & Söhne" } });
    await doorstep.get("/v1/tours", { query: { day: "2026-05-04", limit: 3 } });
    expect(asked.map(({ url }) => url)).toEqual([
      "/v1/visibility/senders/A%2FB%20%26%20S%C3%B6hne",
      "/v1/tours?day=2026-05-04&limit=3",
    ]);
  });

  test("hands out nothing, text and bytes as what they are", async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff]);
    const { base } = await answering(
      (response) => response.writeHead(204).end(),
      (response) => response.writeHead(200, { "content-type": "image/jpeg" }).end(bytes),
      (response) => response.writeHead(200, { "content-type": "application/json" }).end("{"),
    );
    const doorstep = new Doorstep({ server: base });
    expect(await doorstep.delete("/v1/session")).toBeUndefined();
    const photo = await doorstep.get("/v1/parcels/{id}/proof/photo", { path: { id: ID } });
    expect(Buffer.from(await photo.arrayBuffer())).toEqual(bytes);
    expect((await failure(doorstep.get("/healthz"))).code).toBe("unexpected_answer");
  });

  test("sends bytes as they are", async () => {
    const { base, asked } = await answering((response) => response.writeHead(204).end());
    const body = new Blob(["picture"], { type: "image/jpeg" });
    const options = { path: { id: ID }, query: { photo: ID }, body };
    await new Doorstep({ server: base, key: KEY }).put("/v1/driver/parcels/{id}/photo", options);
    expect(asked[0]).toMatchObject({ body: "picture", headers: { "content-type": "image/jpeg" } });
  });
});

describe("an error", () => {
  test("tells the problem document", async () => {
    const told = {
      type: "about:blank",
      title: "Unprocessable",
      status: 422,
      code: "invalid",
      detail: "The request can be read.",
      problems: [{ at: "sender", code: "missing", detail: "this is missing" }, "no problem"],
      now: { wishes_version: 3 },
    };
    const { base } = await answering((response) => {
      response.writeHead(422, { "content-type": "application/problem+json", "retry-after": "7" });
      response.end(JSON.stringify(told));
    });
    const doorstep = new Doorstep({ server: base, key: KEY });
    const error = await failure(doorstep.get("/v1/parcels/{id}", { path: { id: ID } }));
    expect(error).toMatchObject({
      status: 422,
      code: "invalid",
      detail: told.detail,
      now: told.now,
      retryAfterS: 7,
    });
    expect(error.problems).toEqual([told.problems[0]]);
    expect(error.message).toBe("GET /v1/parcels/{id}: invalid (422): The request can be read.");
  });

  test("is one as well where something else answers", async () => {
    const page: Answer = (response) => response.writeHead(502).end("<h1>Bad gateway</h1>");
    const away: Answer = (response) =>
      response.writeHead(301, { location: "https://elsewhere.example" }).end();
    const { base } = await answering(page, away);
    const doorstep = new Doorstep({ server: base, key: KEY });
    expect(await failure(doorstep.get("/healthz"))).toMatchObject({ status: 502, code: "unexpected_answer" });
    expect(await failure(doorstep.get("/healthz"))).toMatchObject({ status: 301, code: "redirected" });
  });

  test("never holds the key, nor what was sent", async () => {
    const { base } = await answering(problem(401, "unauthenticated"), breaksOff, silent);
    const doorstep = new Doorstep({ server: base, key: KEY });
    const body = { tracking_number: "EX1", sender: "Bookshop", address: "Rue Secrète 1" };
    for (const code of ["unauthenticated", "unreachable", "timed_out"]) {
      const timeoutMs = code === "timed_out" ? 20 : 30_000;
      const error = await failure(doorstep.post("/v1/parcels", { body, timeoutMs }));
      expect(error.code).toBe(code);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/dk_|Secrète/);
    }
    expect(inspect(doorstep, { depth: 9, showHidden: true })).not.toContain("dk_");
    expect(JSON.stringify(doorstep)).not.toContain("dk_");
  });

  test("of a key or an address that is none does not repeat it", () => {
    for (const options of [
      { server: "https://track.example.org", key: "dk_first\ndk_second" },
      { server: "https://track.example.org", key: "dk_first dk_second" },
      { server: "https://track.example.org", key: "" },
      { server: "https://track.example.org", session: "dk_session\n" },
      { server: "https://me:dk_password@track.example.org" },
      { server: "dk_ftp://track.example.org" },
      { server: "track.example.org/dk_" },
    ]) {
      expect(() => new Doorstep(options)).toThrow(TypeError);
      expect(() => new Doorstep(options)).not.toThrow(/dk_/);
    }
  });

  test("of what cannot be sent is a rejection, and nothing is sent", async () => {
    const { base, asked } = await answering(json({}));
    const doorstep = new Doorstep({ server: base, key: KEY });
    await expect(doorstep.get("/v1/parcels/{id}", { path: { id: ".." } })).rejects.toThrow(TypeError);
    const body = { tracking_number: "EX1", sender: "Bookshop" };
    await expect(doorstep.post("/v1/parcels", { body, idempotencyKey: "a\nb" })).rejects.toThrow(TypeError);
    expect(asked).toEqual([]);
  });

  test("is no answer in time, or the reason of whoever ends the call", async () => {
    const { base } = await answering(silent);
    const doorstep = new Doorstep({ server: base, timeoutMs: 20 });
    expect(await failure(doorstep.get("/healthz"))).toMatchObject({ code: "timed_out", status: undefined });
    const reason = new Error("the page was closed");
    const ended = doorstep.get("/healthz", { signal: AbortSignal.abort(reason), timeoutMs: 60_000 });
    await expect(ended).rejects.toBe(reason);
  });
});

describe("a call is made again", () => {
  const read = (doorstep: Doorstep) => doorstep.get("/v1/parcels/{id}", { path: { id: ID } });
  const add = (doorstep: Doorstep, idempotencyKey?: string) =>
    doorstep.post("/v1/parcels", { body: { tracking_number: "EX1", sender: "Bookshop" }, idempotencyKey });

  test("where it did not get through", async () => {
    const { base, asked } = await answering(
      breaksOff,
      problem(503, "busy"),
      problem(429, "too_many", { "retry-after": "0" }),
      json(PARCEL),
    );
    expect(await read(new Doorstep({ server: base, key: KEY, retries: FAST }))).toEqual(PARCEL);
    expect(asked).toHaveLength(4);
  });

  test("only so often", async () => {
    const { base, asked } = await answering(problem(503, "busy"));
    const doorstep = new Doorstep({ server: base, key: KEY, retries: { ...FAST, times: 2 } });
    expect(await failure(read(doorstep))).toMatchObject({ code: "busy", status: 503 });
    expect(asked).toHaveLength(3);
  });

  test("not unless that is wished for, and not where it would be the same", async () => {
    const busy = await answering(problem(503, "busy"));
    await failure(read(new Doorstep({ server: busy.base, key: KEY })));
    expect(busy.asked).toHaveLength(1);
    const refusing = await answering(problem(404, "not_found"));
    await failure(read(new Doorstep({ server: refusing.base, key: KEY, retries: FAST })));
    expect(refusing.asked).toHaveLength(1);
  });

  test("not where the server asks for more patience than there is", async () => {
    const { base, asked } = await answering(problem(429, "too_many_misses", { "retry-after": "600" }));
    const error = await failure(read(new Doorstep({ server: base, key: KEY, retries: FAST })));
    expect(error.retryAfterS).toBe(600);
    expect(asked).toHaveLength(1);
  });

  test("of a POST with the same key alone, and of a PATCH never", async () => {
    const { base, asked } = await answering(problem(503, "busy"));
    const doorstep = new Doorstep({ server: base, key: KEY, retries: FAST });
    await failure(add(doorstep));
    expect(asked.splice(0)).toHaveLength(1);
    await failure(doorstep.patch("/v1/parcels/{id}", { path: { id: ID }, body: { status: "on_hold" } }));
    expect(asked.splice(0)).toHaveLength(1);
    await failure(
      add(new Doorstep({ server: base, session: "doorstep_session=1", retries: FAST }), "order-1"),
    );
    expect(asked.splice(0)).toHaveLength(1);
    await failure(add(doorstep, "order-1"));
    expect(asked.map(({ headers }) => headers["idempotency-key"])).toEqual(Array(4).fill("order-1"));
  });

  test("when the one before it with the same key is still being done", async () => {
    const { base } = await answering(problem(409, "idempotency_key_in_use"), json(PARCEL, 201));
    const doorstep = new Doorstep({ server: base, key: KEY, retries: FAST });
    expect(await add(doorstep, "order-1")).toEqual(PARCEL);
  });

  test("until whoever called has enough", async () => {
    const ended = new AbortController();
    const { base, asked } = await answering((response, told) => {
      problem(503, "busy")(response, told);
      setImmediate(() => ended.abort(new Error("enough")));
    });
    const retries = { times: 3, firstPauseMs: 60_000, longestPauseMs: 60_000 };
    const call = new Doorstep({ server: base, retries }).get("/healthz", { signal: ended.signal });
    await expect(call).rejects.toThrow("enough");
    expect(asked).toHaveLength(1);
  });
});

describe("pages", () => {
  test("come one after another until there is none", async () => {
    const { base, asked } = await answering(
      json({ parcels: [{ id: "1" }], next: "a b" }),
      json({ parcels: [{ id: "2" }], next: "c" }),
      json({ parcels: [] }),
    );
    const ids: string[] = [];
    for await (const page of new Doorstep({ server: base, key: KEY }).pages("/v1/parcels", {
      query: { limit: 1 },
    })) {
      ids.push(...page.parcels.map(({ id }) => id));
    }
    expect(ids).toEqual(["1", "2"]);
    expect(asked.map(({ url }) => url)).toEqual([
      "/v1/parcels?limit=1",
      "/v1/parcels?limit=1&after=a+b",
      "/v1/parcels?limit=1&after=c",
    ]);
  });

  test("are asked for only when they are read, and never the same one twice", async () => {
    const { base, asked } = await answering(json({ parcels: [], next: "a" }));
    const doorstep = new Doorstep({ server: base, key: KEY });
    for await (const _page of doorstep.pages("/v1/parcels")) {
      break;
    }
    expect(asked).toHaveLength(1);
    const readAll = async () => {
      for await (const _page of doorstep.pages("/v1/parcels")) {
        // All that matters is that they end.
      }
    };
    expect((await failure(readAll())).code).toBe("unexpected_answer");
    expect(asked).toHaveLength(3);
  });
});

describe("logging in", () => {
  test("keeps the session where no browser does, and not the key", async () => {
    const { base, asked } = await answering(
      (response) => {
        const cookies = ["doorstep_browser=b; Path=/", "doorstep_session=s3cret; HttpOnly; Path=/"];
        response.writeHead(204, { "set-cookie": cookies }).end();
      },
      json({ orders: [] }),
    );
    const operator = new Doorstep({ server: base, key: KEY });
    const recipient = await operator.logIn({ email: "ada@example.org", password: "correct horse" });
    await recipient.get("/v1/orders");
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
    expect(asked[1]?.headers.cookie).toBe("doorstep_session=s3cret");
    expect(inspect(recipient, { depth: 9, showHidden: true })).not.toContain("s3cret");
  });
});
