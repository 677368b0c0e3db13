import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Server } from "../../scripts/server.ts";
import { documentOf, SCHEMA, typesOf } from "../../scripts/types.ts";
import { Doorstep, DoorstepError, type Tracking } from "../../src/index.ts";

const RECIPIENT = { email: "ada@example.org", password: "correct horse battery" };

let server: Server;
let key: string;
let shop: Doorstep;

beforeAll(async () => {
  server = await Server.start();
  key = server.addKey("shop");
  server.addRecipient(RECIPIENT.email, RECIPIENT.password);
  shop = new Doorstep({ server: server.base, key, retries: { times: 3 } });
});

afterAll(async () => {
  await server?.stop();
});

test("the types are those of the running server", async () => {
  const now = await typesOf(await documentOf(server.base));
  const isStale = now !== readFileSync(SCHEMA, "utf8");
  expect(isStale, `${SCHEMA} is stale; run \`cargo xtask client\` and commit it`).toBe(false);
});

test("a parcel is announced once and read back", async () => {
  const body = {
    tracking_number: "EX1",
    sender: "Bookshop",
    kind: "gift",
    recipient_email: RECIPIENT.email,
    carrier: { carrier: "own" },
  } as const;
  const options = { body, idempotencyKey: "order-1" };
  const [first, again] = [await shop.post("/v1/parcels", options), await shop.post("/v1/parcels", options)];
  expect(again).toEqual(first);
  const id = "id" in first ? first.id : "";
  const read = await shop.get("/v1/parcels/{id}", { path: { id } });
  expect(read).toMatchObject({ id, tracking_number: "EX1", kind: "gift", status: "pre_transit" });
  const changed = await shop.patch("/v1/parcels/{id}", { path: { id }, body: { status: "in_transit" } });
  expect(changed.status).toBe("in_transit");
});

test("a tour is planned, driven and listed", async () => {
  const driver = await shop.post("/v1/drivers", { body: { name: "Kim" } });
  const address = "Rue de l'Exemple 1";
  const parcels = [{ tracking_number: "EX2", sender: "Bookshop" }];
  const stops = [{ address, place: { lat: 43.7384, lon: 7.4246 }, parcels }];
  const day = new Date().toISOString().slice(0, 10);
  const tour = await shop.post("/v1/tours", {
    body: { reference: "T1", day, driver: { id: driver.id }, start: { lat: 43.73, lon: 7.42 }, stops },
    idempotencyKey: "tour-1",
  });
  const started = { id: "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c11", kind: "started", at: new Date().toISOString() };
  const { results } = await shop.post("/v1/tours/{id}/events", {
    path: { id: tour.id },
    body: { events: [started, { ...started, kind: "no_such_kind", id: "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c12" }] },
  });
  expect(results.map(({ result }) => result)).toEqual(["taken", "refused"]);
  const read = await shop.get("/v1/tours/{id}", { path: { id: tour.id } });
  expect(read).toMatchObject({ reference: "T1", phase: "underway" });
  const { tours } = await shop.get("/v1/tours", { query: { day } });
  expect(tours.map(({ reference }) => reference)).toEqual(["T1"]);
});

test("lists come in pages", async () => {
  const parcels = ["EX3", "EX4", "EX5"].map((tracking_number) => ({ tracking_number, sender: "Bookshop" }));
  await shop.post("/v1/parcels", { body: { parcels } });
  const { parcels: all } = await shop.get("/v1/parcels");
  const paged: string[] = [];
  for await (const page of shop.pages("/v1/parcels", { query: { limit: 2 } })) {
    expect(page.parcels.length).toBeLessThanOrEqual(2);
    paged.push(...page.parcels.map(({ id }) => id));
  }
  expect(paged).toEqual(all.map(({ id }) => id));
  expect(paged.length).toBeGreaterThan(2);
});

test("what is refused says why", async () => {
  const refused = async (call: Promise<unknown>) => {
    const error = await call.catch((error: unknown) => error);
    expect(error).toBeInstanceOf(DoorstepError);
    return error as DoorstepError;
  };
  const id = "00000000000000000000000000000000";
  const absent = await refused(shop.get("/v1/parcels/{id}", { path: { id } }));
  expect(absent).toMatchObject({ status: 404, code: "not_found" });
  const invalid = await refused(
    shop.post("/v1/parcels", { body: { tracking_number: "", sender: "Bookshop" } }),
  );
  expect(invalid).toMatchObject({ status: 422, code: "invalid" });
  expect(invalid.problems.map(({ at }) => at)).toEqual(["tracking_number"]);
  const stranger = new Doorstep({ server: server.base, key: "no-such-key" });
  expect(await refused(stranger.get("/v1/parcels"))).toMatchObject({ status: 401, code: "unauthenticated" });
  await shop.post("/v1/recipients", {
    body: { email: "b@example.org", name: "B", password: "long enough 1" },
    idempotencyKey: "b",
  });
  const reused = shop.post("/v1/recipients", {
    body: { email: "c@example.org", name: "C", password: "long enough 2" },
    idempotencyKey: "b",
  });
  expect(await refused(reused)).toMatchObject({ status: 422, code: "idempotency_key_reused" });
});

test("a recipient follows their parcel, also over a restart of the server", async () => {
  const recipient = await new Doorstep({ server: server.base }).logIn(RECIPIENT);
  const { orders } = await recipient.get("/v1/orders");
  const id = orders[0]?.parcels[0]?.parcel_id ?? "";
  const tracking = recipient.follow(id);
  const next = async (): Promise<Tracking["status"] | undefined> => {
    const { value } = await tracking.next();
    return value?.status;
  };
  expect(await next()).toBe("in_transit");
  const set = (status: "out_for_delivery" | "on_hold") =>
    shop.patch("/v1/parcels/{id}", { path: { id }, body: { status } });
  const told = next();
  await set("out_for_delivery");
  expect(await told).toBe("out_for_delivery");
  const later = next();
  await server.restart();
  await set("on_hold");
  expect(await later).toBe("on_hold");
  const end = next();
  await recipient.delete("/v1/session");
  await expect(end).rejects.toMatchObject({ status: 401, code: "unauthenticated" });
});

test("the shop of the README runs, from the package as it is published", async () => {
  execFileSync("npm", ["run", "--silent", "examples"]);
  const env = { ...process.env, DOORSTEP_SERVER: server.base, DOORSTEP_KEY: key };
  const run = () =>
    promisify(execFile)(process.execPath, ["build/examples/shop.js", "4711", "2026-05-04", "EX8", "EX9"], {
      env,
    });
  const { stdout } = await run();
  const line = (number: string) =>
    `${number}: pre_transit, 2026-05-04, ${server.base}/parcels/[0-9a-f]{32}\n`;
  expect(stdout).toMatch(new RegExp(`^${line("EX8")}${line("EX9")}$`));
  expect((await run()).stdout).toBe(stdout);
});
