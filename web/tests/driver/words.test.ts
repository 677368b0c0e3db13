import { existsSync, readdirSync, readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import { OUTCOMES } from "../../src/driver/logic/model.ts";
import { makeWords } from "../../src/driver/words.ts";

const LOCALES = "../crates/server/locales";
const catalogue = (language: string) => readFileSync(`${LOCALES}/${language}/driver.ftl`, "utf8");
const keys = (language: string) =>
  [...new FluentResource(catalogue(language)).body].map(({ id }) => id).sort();
/** The languages that have the driver's words, and the folder in which German says "du". */
const LANGUAGES = readdirSync(LOCALES).filter((folder) => existsSync(`${LOCALES}/${folder}/driver.ftl`));
const DU = "de-du";

const folders = ["src/driver", "src/driver/ui"];
const sources = folders
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

/** Groups whose keys are put together from a word of the interface. */
const GROUPS = ["outcome", "state", "kind", "safe-place", "entry", "why", "kept", "looker", "photo"];
/** Keys that the page itself says. */
const PAGES = ["driver-title", "driver-needs-script"];

test("every language has the same keys", () => {
  expect(LANGUAGES).toContain("de");
  for (const language of LANGUAGES.filter((folder) => folder !== DU)) {
    expect(keys(language), language).toEqual(keys("en"));
  }
  expect(keys("en")).toEqual(expect.arrayContaining(keys(DU)));
});

test("every key is used", () => {
  for (const key of keys("en")) {
    const name = key.replace(/^driver-/, "");
    const isGrouped = GROUPS.some(
      (group) => name.startsWith(`${group}-`) && sources.includes(`key("${group}"`),
    );
    const isPlace = name.startsWith("place-") && sources.includes("`place-$");
    expect(isGrouped || isPlace || PAGES.includes(key) || sources.includes(`"${name}"`), key).toBe(true);
  }
});

test("every key that the app says is there", () => {
  const said = [...sources.matchAll(/say\("([a-z-]+)"/g)].map(([, name]) => `driver-${name}`);
  expect(said.length).toBeGreaterThan(30);
  const composed = [
    ...OUTCOMES.map((outcome) => `driver-outcome-${outcome.replaceAll("_", "-")}`),
    ...["remaining", "arrived", "served", "failed", "skipped", "removed"].map(
      (state) => `driver-state-${state}`,
    ),
    ...["front-porch", "rear-porch", "garage", "shed", "mailbox", "reception", "other"].map(
      (place) => `driver-safe-place-${place}`,
    ),
  ];
  expect(keys("en")).toEqual(expect.arrayContaining([...said, ...composed]));
});

test("counts are worded by each language", () => {
  const english = makeWords("en", catalogue("en"));
  const german = makeWords("de", catalogue("de"));
  expect(english.say("no-signal")).toBe("No signal");
  expect(english.say("waiting", { count: 1 })).toBe("1 waits for signal");
  expect(english.say("watchers", { count: 0 })).toBe("Nobody sees you right now");
  expect(german.say("waiting", { count: 2 })).toBe("2 warten auf Netz");
  expect(german.say("stop-number", { number: 14, total: 46 })).toBe("Stopp 14 von 46");
});

test("what the page puts before its catalogue holds instead of it", () => {
  const german = makeWords("de", `${catalogue(DU)}\n${catalogue("de")}`);
  expect(german.say("watchers", { count: 0 })).toBe("Gerade sieht dich niemand");
  expect(german.say("no-signal")).toBe("Kein Netz");
});

test("a key that is missing is said as it is, and breaks nothing", () => {
  expect(makeWords("en", "").say("start")).toBe("start");
});

test("days are told with their year", () => {
  const german = makeWords("de", catalogue("de"));
  expect(german.say("kept-until", { day: german.day("2027-11-26") })).toBe("Bis 26. November 2027");
  expect(german.day("someday")).toBe("someday");
});
