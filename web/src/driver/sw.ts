/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

// A new version of the driver app takes over at once: a tour must not run on two versions.
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

export {};
