import { PHONE } from "./gallery.ts";
import { COMPLETE, lookAt } from "./looks.ts";

lookAt("phone", PHONE, [...COMPLETE, ["light", "ar"]]);
