/** The recipient's tracking page comes alive. Without this script it still shows its last answer. */
import { LivePage } from "./page.ts";

const main = document.querySelector<HTMLElement>("[data-stream]");
if (main) {
  new LivePage(main).start();
}
