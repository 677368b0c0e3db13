import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useShared } from "./context.tsx";

interface Props {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** A sheet over the screen, from the bottom, where the thumb is. */
export function Sheet({ title, close, children }: Props) {
  const { words } = useShared();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="sheet-title" onClose={close} closedby="any">
      <div class="inside">
        <h2 id="sheet-title">{title}</h2>
        {children}
        <button type="button" class="btn quiet" onClick={() => dialog.current?.close()}>
          {words.say("close")}
        </button>
      </div>
    </dialog>
  );
}
