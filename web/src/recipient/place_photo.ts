import { shrunk } from "../photo/shrunk.ts";

/** What the page says where a photo cannot be taken, by the codes of the server. */
const TROUBLES: Readonly<Record<string, string>> = {
  photo_empty: "kind",
  photo_kind: "kind",
  photo_broken: "kind",
  photo_too_large: "large",
  body_too_large: "large",
  too_late: "late",
};

/**
 * Sends the photo of a safe place before the form that names the place: the server keeps it, and the form says which
 * photo it is. Without this script the form goes without one.
 */
export function watchPlacePhotos(main: HTMLElement): void {
  main.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) {
      return;
    }
    const input = form.querySelector<HTMLInputElement>("[data-place-photo]");
    const file = input?.files?.[0];
    if (input && file) {
      event.preventDefault();
      void send(form, input, file);
    }
  });
}

async function send(form: HTMLFormElement, input: HTMLInputElement, file: File): Promise<void> {
  const button = form.querySelector("button");
  const told = form.querySelector<HTMLElement>("[data-place-photo-told]");
  const say = (what: string) => {
    if (told) {
      told.textContent = input.dataset[what] ?? input.dataset.failed ?? "";
      told.hidden = false;
    }
  };
  if (button) {
    button.disabled = true;
  }
  say("sending");
  const photo = await upload(input.dataset.placePhoto ?? "", file);
  if (photo.id) {
    const named = form.querySelector<HTMLInputElement>("input[name=photo]");
    if (named) {
      named.value = photo.id;
    }
    input.value = "";
    form.submit();
    return;
  }
  if (button) {
    button.disabled = false;
  }
  say(TROUBLES[photo.code] ?? "failed");
}

/** The identity that the server gave the photo, or the code of its refusal. */
async function upload(path: string, file: File): Promise<{ id?: string; code: string }> {
  // What the browser cannot read goes as it is: the server says what is wrong with it.
  const body = (await shrunk(file)) ?? file;
  try {
    const answer = await fetch(path, { method: "PUT", body, headers: { "content-type": "image/jpeg" } });
    const told: unknown = await answer.json();
    const { photo, code } = told as { photo?: string; code?: string };
    return photo && answer.ok ? { id: photo, code: "" } : { code: code ?? "failed" };
  } catch {
    return { code: "failed" };
  }
}
