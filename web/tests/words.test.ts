import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What people read or hear of an element. */
const SPOKEN = "title|aria-label|placeholder|alt|ariaLabel";
/** The name of the product. */
const EXCEPTIONS = ["Doorstep"];

const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.tsx?$/.test(path),
);

/** Words that stand in a script itself: in the text of an element, in what is spoken of it, or set by the script. */
function wordsOutside(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const patterns = [
    />([^<>{}=;()&|?:,"`]*\p{L}{2}[^<>{}=;()&|?:"`]*)<\//gu,
    new RegExp(`\\b(?:${SPOKEN})=["']([^"']*\\p{L}[^"']*)["']`, "gu"),
    new RegExp(`setAttribute\\(\\s*"(?:${SPOKEN})",\\s*["'\`]([^"'\`$]*\\p{L}[^"'\`$]*)["'\`]`, "gu"),
    /\.(?:textContent|innerText|title|placeholder|alt|ariaLabel)\s*=\s*["'`]([^"'`$]*\p{L}[^"'`$]*)/gu,
  ];
  const found = patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, words]) => words?.trim() ?? ""),
  );
  return found.filter((words) => !EXCEPTIONS.includes(words));
}

test("no script has words of its own", () => {
  expect(sources.length).toBeGreaterThan(50);
  for (const path of sources) {
    expect(wordsOutside(readFileSync(`src/${path}`, "utf8")), path).toEqual([]);
  }
});

test("words outside the catalogues are found", () => {
  expect(wordsOutside("<p>Your tour</p>")).toEqual(["Your tour"]);
  expect(wordsOutside('<img alt="A door" />')).toEqual(["A door"]);
  expect(wordsOutside('element.textContent = "Loading";')).toEqual(["Loading"]);
  expect(wordsOutside('element.setAttribute("aria-label", "Larger map");')).toEqual(["Larger map"]);
  expect(wordsOutside('<p title={say("x")}>{say("y")}</p>; // "A comment"')).toEqual([]);
});
