/** The page of notifications: this browser is notified after a tap, and the page says before what will come. */
import { trustedScript } from "../live/trusted.ts";
import { stateOf } from "./state.ts";

const WORKER = "/push/sw.js";
const SCOPE = "/push/";
const SUBSCRIPTIONS = "/v1/push-subscriptions";
/** What this browser is called in the list. */
const OWN = "doorstep-push";

const place = document.querySelector<HTMLElement>("[data-push]");
if (place) {
  void begin(place);
}

async function begin(place: HTMLElement): Promise<void> {
  place.querySelector("button")?.addEventListener("click", () => void agree(place));
  await draw(place);
  place.hidden = false;
}

/** Shows how this browser stands. One that was removed from the list is no longer subscribed. */
async function draw(place: HTMLElement): Promise<void> {
  const canPush = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  const subscription = canPush ? await known() : null;
  const own = localStorage.getItem(OWN);
  const isListed =
    own !== null && document.querySelector(`button[name="remove"][value="${CSS.escape(own)}"]`);
  if (subscription && !isListed) {
    await subscription.unsubscribe();
  }
  const standalone = (navigator as { standalone?: boolean }).standalone;
  const permission = canPush ? Notification.permission : "default";
  const state = stateOf({ canPush, standalone, permission, isKnown: Boolean(subscription && isListed) });
  for (const part of place.querySelectorAll<HTMLElement>("[data-push-state]")) {
    part.hidden = part.dataset.pushState !== state;
  }
}

async function agree(place: HTMLElement): Promise<void> {
  const button = place.querySelector("button");
  tell(place, undefined);
  button?.toggleAttribute("disabled", true);
  try {
    if ((await Notification.requestPermission()) === "granted") {
      await subscribe(place.dataset.push ?? "");
      window.location.reload();
    } else {
      await draw(place);
    }
  } catch (error) {
    tell(place, error instanceof Full ? "full" : "failed");
  } finally {
    button?.toggleAttribute("disabled", false);
  }
}

/** The account has as many browsers as it may. */
class Full extends Error {}

async function subscribe(key: string): Promise<void> {
  const registration = await navigator.serviceWorker.register(trustedScript(WORKER), { scope: SCOPE });
  await isActive(registration);
  // One that was made for another key of the server would be in the way.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = await registration.pushManager.subscribe(options);
  const headers = { "content-type": "application/json" };
  const answer = await fetch(SUBSCRIPTIONS, { method: "PUT", headers, body: JSON.stringify(subscription) });
  if (!answer.ok) {
    await subscription.unsubscribe();
    throw answer.status === 409 ? new Full() : new Error(`the server answered ${answer.status}`);
  }
  const { id } = (await answer.json()) as { id: string };
  localStorage.setItem(OWN, id);
}

/** A worker can be pushed to once it is active, and no page of ours is in its scope to wait for that. */
async function isActive(registration: ServiceWorkerRegistration): Promise<void> {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) {
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const changed = () => {
      if (coming.state === "activated") {
        resolve();
      } else if (coming.state === "redundant") {
        reject(new Error("the service worker was thrown away"));
      }
    };
    coming.addEventListener("statechange", changed);
    changed();
  });
}

async function known(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function tell(place: HTMLElement, trouble: "failed" | "full" | undefined): void {
  for (const part of place.querySelectorAll<HTMLElement>("[data-push-trouble]")) {
    part.hidden = part.dataset.pushTrouble !== trouble;
  }
}
