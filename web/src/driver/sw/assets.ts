/** The paths that a page, a style sheet or a script names: assets by their path or beside it, and the manifest. */
export function assetsIn(text: string): string[] {
  const found = text.matchAll(/\/(assets\/[\w.-]+|driver\/manifest\.webmanifest)|["']\.\/([\w.-]+\.js)["']/g);
  return [...new Set([...found].map(([, path, beside]) => (beside ? `/assets/${beside}` : `/${path}`)))];
}
