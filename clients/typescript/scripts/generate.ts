/**
 * Makes `src/schema.ts`:
 *
 *   npm run generate                                     from the binary that cargo built
 *   npm run generate -- --server http://127.0.0.1:8080   from a server that runs
 *   npm run generate -- --file openapi.json              from its document
 */

import { readFile, writeFile } from "node:fs/promises";
import { Server } from "./server.ts";
import { documentOf, SCHEMA, typesOf } from "./types.ts";

async function document(way: string | undefined, from: string | undefined): Promise<string> {
  if (way === "--server" && from) {
    return documentOf(from);
  }
  if (way === "--file" && from) {
    return readFile(from, "utf8");
  }
  if (way !== undefined) {
    throw new Error(
      "the document comes from --server URL or --file FILE, or from the binary when nothing is said",
    );
  }
  const server = await Server.start();
  return documentOf(server.base).finally(() => server.stop());
}

const [way, from] = process.argv.slice(2);
await writeFile(SCHEMA, await typesOf(await document(way, from)));
