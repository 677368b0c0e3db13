/** The server as the driver's phone reaches it. The session is a cookie that no script sees. */
import { codeGiven, wire } from "../logic/entries.ts";
import type { Day, Entry, Photo } from "../logic/model.ts";
import type { PhotoSent } from "../logic/photos.ts";
import { type Privacy, readPrivacy } from "../logic/privacy.ts";
import type { Sent } from "../logic/queue.ts";
import { readCode, readDay, readDriver, readVerdicts, type Verdict } from "../logic/read.ts";

const TIMEOUT_MS = 20_000;
/** A photo has some hundred kilobytes, and may go through the last bit of signal. */
const PHOTO_TIMEOUT_MS = 60_000;

/** What came of asking for the tour. */
export type Asked =
  | { readonly is: "day"; readonly day: Day; readonly said: unknown }
  | { readonly is: "logged_out" | "away" };

/** Why logging in did not work. */
export type LoginTrouble = "refused" | "wait" | "offline" | "failed";

/** What came of logging in: who it is, or why not. */
export type LoggedIn = { readonly is: "in"; readonly driver: string } | { readonly is: LoginTrouble };

/** Asks for today's tour. */
export async function askDay(): Promise<Asked> {
  const answer = await request("/v1/driver/tour", { method: "GET" });
  if (answer?.status === 401) {
    return { is: "logged_out" };
  }
  const said = answer?.ok ? await json(answer) : undefined;
  const day = readDay(said);
  return day ? { is: "day", day, said } : { is: "away" };
}

/** Asks who sees the driver, and what is kept of them. */
export async function askPrivacy(): Promise<Privacy | undefined> {
  const answer = await request("/v1/driver/privacy", { method: "GET" });
  return answer?.ok ? readPrivacy(await json(answer)) : undefined;
}

/** Logs in with a one-time code. */
export async function logIn(code: string): Promise<LoggedIn> {
  const answer = await request("/v1/driver/session", post({ code, label: label() }));
  if (answer?.ok) {
    return { is: "in", driver: readDriver(await json(answer)) ?? "" };
  }
  return { is: loginTrouble(answer?.status) };
}

function loginTrouble(status: number | undefined): LoginTrouble {
  if (status === undefined) {
    return "offline";
  }
  if (status === 429) {
    return "wait";
  }
  return status >= 500 ? "failed" : "refused";
}

/** Logs out: the server forgets this phone. */
export async function logOut(): Promise<boolean> {
  const answer = await request("/v1/driver/session", { method: "DELETE" });
  return answer?.status === 204 || answer?.status === 401;
}

/** Sends entries; `now` is the clock that they are stamped with, by which the server sees whether it is wrong. */
export async function sendEntries(tour: string, entries: readonly Entry[], now: number): Promise<Sent> {
  const batch = { sent_at: new Date(now).toISOString(), tour, events: entries.map(wire) };
  const answer = await request("/v1/driver/events", post(batch));
  switch (answer?.status) {
    case 200:
      return { is: "answered", verdicts: readVerdicts(await json(answer)) };
    case 401:
      return { is: "logged_out" };
    case 413:
      return { is: "too_large" };
    case 400:
    case 404:
    case 422:
      return { is: "unreadable" };
    default:
      return later(answer);
  }
}

/** Sends a photo; `now` is the clock that it is stamped with. */
export async function sendPhoto({ parcel, id, at, jpeg }: Photo, now: number): Promise<PhotoSent> {
  const age = Math.max(0, Math.round((now - at) / 1_000));
  const path = `/v1/driver/parcels/${parcel}/photo?photo=${id}&age_s=${age}`;
  const init = { method: "PUT", headers: { "content-type": "image/jpeg" }, body: jpeg };
  const answer = await request(path, init, PHOTO_TIMEOUT_MS);
  if (answer?.ok) {
    return { is: "kept" };
  }
  if (answer?.status === 401) {
    return { is: "logged_out" };
  }
  const mayPass = answer === undefined || answer.status >= 500 || [408, 429].includes(answer.status);
  return mayPass ? { is: "later" } : { is: "refused", code: readCode(await json(answer)) };
}

/** What came of having a code checked. */
export type CodeCheck = "right" | "wrong" | "locked" | "offline" | "failed" | "logged_out";

/** Has a code checked that a recipient told. Only the server knows the right one. */
export async function checkCode(tour: string, parcel: string, code: string, now: number): Promise<CodeCheck> {
  const events = [codeGiven(parcel, code, now)];
  const answer = await request(
    "/v1/driver/events",
    post({ sent_at: new Date(now).toISOString(), tour, events }),
  );
  if (!answer?.ok) {
    return answer === undefined ? "offline" : answer.status === 401 ? "logged_out" : "failed";
  }
  const verdict = readVerdicts(await json(answer))[0];
  return verdict ? codeVerdict(verdict) : "failed";
}

function codeVerdict({ result, code }: Verdict): CodeCheck {
  if (result !== "refused") {
    return "right";
  }
  const known: Readonly<Record<string, CodeCheck>> = { door_code_wrong: "wrong", door_code_locked: "locked" };
  return known[code] ?? "failed";
}

function later(answer: Response | undefined): Sent {
  const seconds = Number(answer?.headers.get("retry-after") ?? Number.NaN);
  return seconds > 0 ? { is: "later", afterMs: Math.min(seconds, 300) * 1_000 } : { is: "later" };
}

async function request(
  path: string,
  init: RequestInit,
  patience = TIMEOUT_MS,
): Promise<Response | undefined> {
  try {
    return await fetch(path, { ...init, cache: "no-store", signal: AbortSignal.timeout(patience) });
  } catch {
    return undefined;
  }
}

async function json(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

function post(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** What the operator sees in the list of phones. */
function label(): string {
  const system = /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(navigator.userAgent)?.[0];
  return system ? `Browser (${system})` : "Browser";
}
