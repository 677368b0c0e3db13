/** What a page says of its reader. */
interface Page {
  readonly lang: string;
  readonly dataset: { readonly hours?: string };
}

/** The reader's locale as `Intl` takes it: the page's language, its clock, and the digits that the page writes. */
export function pageLocale(page: Page = document.documentElement): string {
  const clock = page.dataset.hours === "12" ? "h12" : "h23";
  return `${page.lang || "en"}-u-hc-${clock}-nu-latn`;
}
