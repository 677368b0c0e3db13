/// <reference lib="webworker" />
import { type Note, pathOf, read } from "./note.ts";

declare const self: ServiceWorkerGlobalScope;

/** Browsers that show a number on the icon of a page that is on the home screen. */
interface Badging {
  setAppBadge?(count: number): Promise<void>;
  clearAppBadge?(): Promise<void>;
}

/** What a browser tells of a subscription that it has changed by itself. */
interface SubscriptionChange extends ExtendableEvent {
  readonly oldSubscription?: PushSubscription;
}

// It keeps nothing and controls no page, so a new version takes over at once.
self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const note = read(event.data?.text());
  if (note) {
    event.waitUntil(show(note).then(count));
  }
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(pathOf(event.notification.data, event.action)).then(count));
});

self.addEventListener("notificationclose", (event) => event.waitUntil(count()));

self.addEventListener("pushsubscriptionchange", (event) =>
  (event as SubscriptionChange).waitUntil(renew(event as SubscriptionChange)),
);

/** A newer notification about a parcel takes the place of the one before, and is heard again. */
async function show(note: Note): Promise<void> {
  const actions = [
    ...(note.safe_place ? [{ action: "safe_place", title: note.safe_place }] : []),
    { action: "open", title: note.open },
  ];
  const options = { body: note.body, lang: note.lang, tag: note.tag, renotify: true, actions };
  await self.registration.showNotification(note.title, {
    ...options,
    data: note.path,
    icon: "/assets/icon.svg",
  });
}

/** Goes to the page where it is open already, and opens it otherwise. */
async function open(path: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = pages.find((page) => page.url === new URL(path, self.location.origin).href);
  await (there ? there.focus() : self.clients.openWindow(path));
}

async function count(): Promise<void> {
  const badging = self.navigator as unknown as Badging;
  const shown = await self.registration.getNotifications();
  await (shown.length > 0 ? badging.setAppBadge?.(shown.length) : badging.clearAppBadge?.());
}

async function renew(change: SubscriptionChange): Promise<void> {
  const key = change.oldSubscription?.options.applicationServerKey;
  if (key) {
    const options = { userVisibleOnly: true, applicationServerKey: key };
    const subscription = await self.registration.pushManager.subscribe(options);
    const headers = { "content-type": "application/json" };
    await fetch("/v1/push-subscriptions", { method: "PUT", headers, body: JSON.stringify(subscription) });
  }
}
