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
  return (
    <label class={photo.state === "kept" ? "btn sec photo kept" : "btn sec photo"}>
      <Icon name={photo.state === "kept" ? "check" : "camera"} />
      <span role="status">{words.say(key("photo", photo.state), { address: photo.address })}</span>
      <input
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) {
            void app.addPhoto(file);
          }
        }}
      />
    </label>
  );
}
