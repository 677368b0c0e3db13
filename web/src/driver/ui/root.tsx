import type { AppView } from "../view.ts";
import { useShared } from "./context.tsx";
import { Login } from "./login.tsx";
import { BeforeStart, OnBreak, Quiet } from "./screens.tsx";
import { Top } from "./top.tsx";
import { Underway } from "./underway.tsx";

/** The whole screen. */
export function Root({ view }: { readonly view: AppView }) {
  const { words } = useShared();
  const { tour } = view;
  if (view.screen === "login") {
    return <Login />;
  }
  if (view.screen !== "day") {
    const trouble = view.screen === "away" ? words.say("login-offline") : words.say("loading");
    return (
      <section class="login">
        <p role="status">{trouble}</p>
      </section>
    );
  }
  if (!tour) {
    return <Quiet title={words.say("no-tour-title")} text={words.say("no-tour-text")} view={view} />;
  }
  switch (tour.phase) {
    case "ended":
      return <Quiet title={words.say("ended-title")} text={words.say("ended-text")} view={view} />;
    case "not_started":
      return (
        <>
          <Top view={view} tour={tour} />
          <BeforeStart tour={tour} />
        </>
      );
    case "on_break":
      return (
        <>
          <Top view={view} tour={tour} />
          <OnBreak tour={tour} />
        </>
      );
    case "underway":
      return (
        <>
          <Top view={view} tour={tour} />
          <Underway view={view} tour={tour} />
        </>
      );
  }
}
