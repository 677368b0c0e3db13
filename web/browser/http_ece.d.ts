/** Of `http_ece`, which has no types of its own, what is used here. */
declare module "http_ece" {
  import type { ECDH } from "node:crypto";

  interface How {
    readonly version: "aes128gcm";
    readonly privateKey: ECDH;
    readonly authSecret: string;
  }

  export function decrypt(body: Buffer, how: How): Buffer;
}
