import openapiTS, { astToString } from "openapi-typescript";

/** Where the types are kept, from the folder of the package. */
export const SCHEMA = "src/schema.ts";

const HEAD = `/**
 * Every operation of the interface, what it takes and what it answers. Made from the server's own description of
 * itself by \`npm run generate\`: change the server instead of this file.
 */

`;

/** The types that a document describes (OpenAPI 3.1, as JSON). */
export async function typesOf(document: string): Promise<string> {
  // An object of which nothing is described may hold anything.
  const types = await openapiTS(JSON.parse(document), { emptyObjectsUnknown: true });
  return HEAD + astToString(types);
}

/** The document by which a server describes itself. */
export async function documentOf(server: string): Promise<string> {
  const answer = await fetch(new URL("/v1/openapi.json", server));
  if (!answer.ok) {
    throw new Error(`${answer.url} answers ${answer.status}`);
  }
  return answer.text();
}
