import { DESKTOP } from "./gallery.ts";
import { lookAt } from "./looks.ts";

lookAt("desk", DESKTOP, [
  ["dark", "en"],
  ["light", "de"],
  ["dark", "ar"],
]);
