/// <reference lib="webworker" />
import { assetsIn } from "./sw/assets.ts";

declare const self: ServiceWorkerGlobalScope;

/** The app's page and everything that it loads, so that it opens without signal. The interface is never kept. */
const CACHE = "doorstep-driver";
const PAGE = "/driver";
/** A network that takes longer than this is as good as none: the driver stands at a door. */
const PATIENCE_MS = 4_000;

// A new version of the driver app takes over at once: a tour must not run on two versions.
self.addEventListener("install", (event) => event.waitUntil(renew().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === "navigate" && url.pathname === PAGE) {
    event.respondWith(page(event));
  } else if (url.pathname.startsWith("/assets/") || url.pathname === "/driver/manifest.webmanifest") {
    event.respondWith(asset(event.request));
  }
});

/** The page from the network, or as it was last time. */
async function page(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(PAGE);
  const fresh = fetch(event.request).then((answer) => {
    if (answer.ok && !answer.redirected) {
      event.waitUntil(keep(answer.clone()));
    }
    return answer;
  });
  if (!kept) {
    return fresh;
  }
  const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh.catch(() => kept), patience]);
}

/** An asset's name changes with its content, so the kept one is the right one. */
async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function renew(): Promise<void> {
  const answer = await fetch(PAGE, { cache: "no-store" });
  if (answer.ok) {
    await keep(answer);
  }
}

/** Keeps the page with everything that it loads, and drops what only an older one needed. */
async function keep(answer: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = await everything(await answer.clone().text());
  const known = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await cache.addAll(wanted.filter((path) => !known.includes(path)));
  await cache.put(PAGE, answer);
  const old = known.filter((path) => path !== PAGE && !wanted.includes(path));
  await Promise.all(old.map((path) => cache.delete(path)));
}

/** What the page names, and what its style sheets and scripts name: fonts and shared pieces. */
async function everything(html: string): Promise<string[]> {
  const named = assetsIn(html);
  const naming = named.filter((path) => /\.(css|js)$/.test(path));
  const texts = await Promise.all(naming.map(async (path) => (await fetch(path)).text()));
  return [...new Set([...named, ...texts.flatMap(assetsIn)])];
}
