import { PHONE } from "./gallery.ts";
import { lookAt } from "./looks.ts";

lookAt("phone", PHONE, [
  ["light", "en"],
  ["dark", "de"],
  ["light", "ar"],
]);
