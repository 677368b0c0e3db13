import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimsOf, PushService } from "./push_service.ts";
import { Server } from "./server.ts";
import { launch, pictureFolder, Watched } from "./watched.ts";

const PASSWORD = "a long enough password";
const PHONE = { viewport: { width: 390, height: 844 }, locale: "en-GB" };

let service: PushService;
let server: Server;
let key: string;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  service = await PushService.start();
  server = await Server.start({ DOORSTEP_OUTBOUND_ALLOW: service.host });
  server.addUser("ada@example.org", PASSWORD, "recipient");
  key = server.addKey("shop");
  browser = await launch();
  pictures = pictureFolder("push");
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await service?.stop();
});

test("a message reaches a browser through a push service that cannot read it, and is shown", {
  timeout: 120_000,
}, async () => {
  const ada = await Watched.open(browser, server.base, pictures, PHONE);
  const page = await ada.context.newPage();
  await logIn(page);
  const asked = { email: [], push: ["announced"] };
  expect(await put(page, "/v1/push-subscriptions", service.subscription)).toBe(200);
  expect(await put(page, "/v1/notifications", asked)).toBe(200);
  const coming = service.next();
  const parcel = await announce("P1");
  const pushed = await coming;
  expect(pushed.headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "1800", urgency: "normal" });
  const { claims, key: signedBy } = claimsOf(pushed);
  expect(claims.aud).toBe(`http://${service.host}`);
  await page.reload();
  expect(await page.locator("[data-push]").getAttribute("data-push")).toBe(signedBy);
  const text = service.unseal(pushed);
  const told = JSON.parse(text);
  expect(told).toMatchObject({ lang: "en", path: `/parcels/${parcel}`, tag: parcel, open: "Open" });
  expect(told.title).toContain("a parcel for you was announced");
  expect(text).not.toMatch(/Ada|ada@|Shop|Quay/);

  const worker = await Worker.of(page);
  await ada.context.grantPermissions(["notifications"]);
  await page.reload();
  await page.locator("[data-push-state=offer] button").click();
  await worker.gets(server.base, text);
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/push/");
    return (await registration?.getNotifications())?.length === 1;
  });
  const shown = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/push/");
    const [note] = (await registration?.getNotifications()) ?? [];
    const { title, body, tag, data } = note ?? {};
    const { actions } = note as unknown as { actions: { action: string; title: string }[] };
    return { title, body, tag, data, actions: actions.map(({ action, title }) => [action, title]) };
  });
  expect(shown).toEqual({
    title: told.title,
    body: told.body,
    tag: parcel,
    data: `/parcels/${parcel}`,
    actions: [
      ["safe_place", "Name a safe place"],
      ["open", "Open"],
    ],
  });
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await ada.context.close();
});

for (const [name, options] of Object.entries({
  en: PHONE,
  "en-dark": { ...PHONE, colorScheme: "dark" },
  de: { ...PHONE, locale: "de-DE" },
  "de-narrow-dark": { viewport: { width: 320, height: 800 }, locale: "de-DE", colorScheme: "dark" },
  "en-wide": { viewport: { width: 1280, height: 800 }, locale: "en-GB" },
} as const)) {
  test(`the page of notifications: ${name}`, { timeout: 120_000 }, async () => {
    const ada = await Watched.open(browser, server.base, pictures, options);
    const page = await ada.context.newPage();
    await logIn(page);
    await page.locator("[data-push]:not([hidden])").waitFor();
    await ada.isAccessible(page);
    await ada.picture(page, `notifications-${name}`);
    const [width, seen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(width).toBe(seen);
    ada.isClean();
    await ada.context.close();
  });
}

test("without script what is told is chosen, and a device is removed", { timeout: 120_000 }, async () => {
  const ada = await Watched.open(browser, server.base, pictures, { ...PHONE, javaScriptEnabled: false });
  const page = await ada.context.newPage();
  await logIn(page);
  await page.locator("input[name=email][value=delayed]").check();
  await page.locator("input[name=push][value=announced]").uncheck();
  await page.locator("form[action='/notifications'] button").click();
  await page.waitForURL("**/notifications?saved=1");
  expect(await page.locator("input[name=email]:checked").getAttribute("value")).toBe("delayed");
  expect(await page.locator("input[name=push]:checked").count()).toBe(0);
  expect(await page.locator("[data-push]").isVisible()).toBe(false);
  await page.locator("button[name=remove]").click();
  await page.waitForURL("**/notifications?saved=1");
  expect(await page.locator("button[name=remove]").count()).toBe(0);
  await ada.context.close();
});

async function logIn(page: Page): Promise<void> {
  await page.goto("/notifications");
  await page.locator("input[name=email]").fill("ada@example.org");
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("form[action='/login'] button").click();
  await page.waitForURL("**/notifications");
}

/** Asks as the page's own script does. */
function put(page: Page, path: string, body: object): Promise<number> {
  return page.evaluate(
    async ([path, body]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(path, { method: "PUT", headers, body })).status;
    },
    [path, JSON.stringify(body)] as const,
  );
}

/** A parcel for Ada, as the operator's own system tells it. */
async function announce(number: string): Promise<string> {
  const parcel = { tracking_number: number, sender: "Shop", recipient_email: "ada@example.org" };
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  const body = JSON.stringify(parcel);
  const answer = await fetch(`${server.base}/v1/parcels`, { method: "POST", headers, body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** The service worker of a page, as the browser's own tools reach it. */
class Worker {
  readonly #cdp: CDPSession;
  readonly #active: Promise<string>;

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
    this.#active = new Promise((resolve) => {
      cdp.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        const active = versions.find(
          (one) => one.status === "activated" && one.scriptURL.endsWith("/push/sw.js"),
        );
        if (active) {
          resolve(active.registrationId);
        }
      });
    });
  }

  static async of(page: Page): Promise<Worker> {
    const cdp = await page.context().newCDPSession(page);
    const worker = new Worker(cdp);
    await cdp.send("ServiceWorker.enable");
    return worker;
  }

  /** Has the browser deliver a message to it, as it would one of its push service. */
  async gets(origin: string, data: string): Promise<void> {
    const registrationId = await this.#active;
    await this.#cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  }
}
