/** The driver's app: for a phone in one hand, with or without signal. */
import { render } from "preact";
import { pageClock } from "../live/clock.ts";
import { trustedScript } from "../live/trusted.ts";
import { App } from "./app.ts";
import { SharedContext } from "./ui/context.tsx";
import { Root } from "./ui/root.tsx";
import { pageWords } from "./words.ts";

const place = document.getElementById("driver");
if (place) {
  const words = pageWords();
  const draw = () =>
    render(
      <SharedContext.Provider value={{ app, words }}>
        <Root view={app.view} />
      </SharedContext.Provider>,
      place,
    );
  const app = new App(draw, stamps(place));
  draw();
  void app.start();
}

if ("serviceWorker" in navigator) {
  // Without it the app works as long as the page is open; a browser that refuses it is no reason to stop.
  navigator.serviceWorker
    .register(trustedScript("/driver/sw.js"), { scope: "/driver" })
    .catch(() => undefined);
}

/** The phone's own clock, which the server corrects; where the server's runs faster than the world, that one. */
function stamps(place: HTMLElement): () => number {
  const clock = pageClock(place);
  return clock.speed === 1 ? Date.now : () => clock.now() ?? Date.now();
}
