import type { AppView } from "../view.ts";
import { key, useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";

/** One tap to the camera, for the delivery that was just noted. Nothing waits for it. */
export function PhotoLine({ view }: { readonly view: AppView }) {
  const { app, words } = useShared();
  const { photo } = view;
  if (!photo) {
    return null;
  }
  const isKept = photo.state === "kept";
  return (
    <div role="status">
      <label class={isKept ? "btn sec photo kept" : "btn sec photo"}>
        <Icon name={isKept ? "check" : "camera"} />
        <span>{words.say(key("photo", photo.state), { address: photo.address })}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => taken(event.currentTarget)}
        />
      </label>
    </div>
  );

  function taken(input: HTMLInputElement): void {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) {
      void app.addPhoto(file);
    }
  }
}
