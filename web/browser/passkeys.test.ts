import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Server } from "./server.ts";
import { launch, pictureFolder, Watched } from "./watched.ts";

const PASSWORD = "a long enough password";
const PHONE = { viewport: { width: 390, height: 844 }, locale: "en-GB" };
const GERMAN = { ...PHONE, locale: "de-DE", colorScheme: "dark" } as const;

let server: Server;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  server = await Server.start();
  server.addUser("ada@example.org", PASSWORD, "recipient");
  server.addUser("eve@example.org", PASSWORD, "recipient");
  server.addUser("bob@example.org", PASSWORD, "dispatcher");
  browser = await launch();
  pictures = pictureFolder("passkeys");
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("a passkey is added, logs in without a word, is removed, and logs in no more", {
  timeout: 120_000,
}, async () => {
  const ada = await Watched.open(browser, server.base, pictures, PHONE);
  const page = await ada.context.newPage();
  const device = await Authenticator.on(page);
  await byPassword(page, "ada@example.org", "/orders");
  await add(page, "My phone");
  await ada.isAccessible(page);
  await ada.picture(page, "passkey-added");
  expect(await page.locator("[data-passkey-add] input").inputValue()).toContain("Chrom");

  await device.agrees(false);
  await logOut(page);
  await page.goto("/sessions");
  expect(new URL(page.url()).search).toBe("?next=%2Fsessions");
  await ada.isAccessible(page);
  await ada.picture(page, "passkey-login");
  await device.agrees(true);
  await page.locator("[data-passkey-login] button").click();
  await page.waitForURL("**/sessions");
  expect(await page.locator("#passkeys ~ section").textContent()).toContain("Last used");

  await page.locator("button[name=remove]").click();
  await page.waitForURL("**/sessions#passkeys");
  expect(await page.locator("button[name=remove]").count()).toBe(0);
  await logOut(page);
  await page.locator("[data-passkey-login] button").click();
  await page.locator("[data-passkey-login] .trouble", { hasText: "did not work" }).waitFor();
  await ada.picture(page, "passkey-refused");
  await page.goto("/orders");
  await page.waitForURL("**/login?next=*");
  expect(await device.count()).toBe(1);
  ada.isClean();
  await ada.context.close();
});

test("staff log in by a passkey that the browser offers where the address is typed", {
  timeout: 120_000,
}, async () => {
  const bob = await Watched.open(browser, server.base, pictures, GERMAN);
  const page = await bob.context.newPage();
  const device = await Authenticator.on(page);
  await byPassword(page, "bob@example.org", "/dispatch");
  await add(page, "Rechner");
  await bob.isAccessible(page);
  await bob.picture(page, "passkey-added-de");
  // Whoever is offered a passkey may leave it; this one takes it.
  await device.agrees(false);
  await logOut(page);
  await page.locator("[data-passkey-login] button").waitFor();
  await bob.isAccessible(page);
  await bob.picture(page, "passkey-login-de");
  await device.agrees(true);
  await page.reload();
  await page.waitForURL("**/dispatch");
  bob.isClean();
  await bob.context.close();
});

test("a device that does not agree adds nothing, one that has a passkey adds no other, and removing needs no script", {
  timeout: 120_000,
}, async () => {
  const eve = await Watched.open(browser, server.base, pictures, PHONE);
  const page = await eve.context.newPage();
  const device = await Authenticator.on(page);
  await byPassword(page, "eve@example.org", "/orders");
  await add(page, "My phone");
  const trouble = page.locator("[data-passkey-add] .trouble");
  await page.locator("[data-passkey-add] button").click();
  await trouble.filter({ hasText: "already" }).waitFor();
  await device.forgetAll();
  await device.verifies(false);
  await page.locator("[data-passkey-add] button").click();
  await trouble.filter({ hasText: "did not agree" }).waitFor();
  expect(await page.locator("button[name=remove]").count()).toBe(1);
  eve.isClean();
  await eve.context.close();
  await removeWithoutScript("eve@example.org");
});

/** Without script the pages offer what works without. */
async function removeWithoutScript(email: string): Promise<void> {
  const plain = await Watched.open(browser, server.base, pictures, { ...PHONE, javaScriptEnabled: false });
  const page = await plain.context.newPage();
  await byPassword(page, email, "/orders");
  await page.goto("/sessions");
  expect(await page.locator("[data-passkey-add]").isVisible()).toBe(false);
  await page.locator("button[name=remove]").click();
  await page.waitForURL("**/sessions#passkeys");
  expect(await page.locator("button[name=remove]").count()).toBe(0);
  await logOut(page);
  expect(await page.locator("[data-passkey-login]").isVisible()).toBe(false);
  await plain.context.close();
}

/** The browser's own virtual authenticator, as a phone has one. */
class Authenticator {
  readonly #session: CDPSession;
  readonly #id: string;

  private constructor(session: CDPSession, id: string) {
    this.#session = session;
    this.#id = id;
  }

  static async on(page: Page): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Authenticator(session, authenticatorId);
  }

  /** Whether its owner lets it answer. */
  async agrees(enabled: boolean): Promise<void> {
    await this.#session.send("WebAuthn.setAutomaticPresenceSimulation", {
      authenticatorId: this.#id,
      enabled,
    });
  }

  /** Whether it makes sure of its owner. */
  async verifies(isUserVerified: boolean): Promise<void> {
    await this.#session.send("WebAuthn.setUserVerified", { authenticatorId: this.#id, isUserVerified });
  }

  async count(): Promise<number> {
    const { credentials } = await this.#session.send("WebAuthn.getCredentials", {
      authenticatorId: this.#id,
    });
    return credentials.length;
  }

  async forgetAll(): Promise<void> {
    await this.#session.send("WebAuthn.clearCredentials", { authenticatorId: this.#id });
  }
}

async function byPassword(page: Page, email: string, home: string): Promise<void> {
  await page.goto("/login");
  await page.locator("form[action='/login'] input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("form[action='/login'] button").click();
  await page.waitForURL(`**${home}`);
}

async function add(page: Page, name: string): Promise<void> {
  await page.goto("/sessions");
  await page.locator("[data-passkey-add] input").fill(name);
  await page.locator("[data-passkey-add] button").click();
  await page.locator("#passkeys ~ section", { hasText: name }).waitFor();
}

async function logOut(page: Page): Promise<void> {
  await page.locator("form[action='/logout'] button").click();
  await page.waitForURL("**/login");
}
