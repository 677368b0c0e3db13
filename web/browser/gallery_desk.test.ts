import { DESKTOP } from "./gallery.ts";
import { COMPLETE, lookAt } from "./looks.ts";

lookAt("desk", DESKTOP, [...COMPLETE, ["dark", "ar"]]);
