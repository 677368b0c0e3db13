// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { ageOf, ageWords, tickAges } from "../../src/live/ages.ts";
import { ServerClock } from "../../src/live/clock.ts";

const AT = Date.parse("2025-11-25T13:52:00Z");
const after = (seconds: number) => ageOf(AT, AT + seconds * 1_000);

test("counts in steps of five seconds, then minutes, then hours", () => {
  expect(after(4)).toEqual({ value: 0, unit: "second" });
  expect(after(59)).toEqual({ value: 55, unit: "second" });
  expect(after(60)).toEqual({ value: 1, unit: "minute" });
  expect(after(3_599)).toEqual({ value: 59, unit: "minute" });
  expect(after(7_300)).toEqual({ value: 2, unit: "hour" });
});

test("is never negative", () => {
  expect(after(-30)).toEqual({ value: 0, unit: "second" });
});

test("speaks the language of the page", () => {
  expect(ageWords(after(0), "en")).toBe("now");
  expect(ageWords(after(20), "en")).toBe("20 sec. ago");
  expect(ageWords(after(120), "de")).toBe("vor 2 Min.");
});

beforeEach(() => {
  document.body.innerHTML = `<p class="pill"><span>Here<span data-age="2025-11-25T13:52:00Z"></span></span></p>
    <p class="pill" id="broken"><span data-age="soon"></span></p>`;
});

test("writes the age, and marks the pill once it is old", () => {
  let own = 0;
  const clock = new ServerClock(1, () => own);
  clock.set(AT);
  const pill = document.querySelector(".pill");
  own = 30_000;
  tickAges(document, clock, "en");
  expect(pill?.textContent).toBe("Here · 30 sec. ago");
  expect(pill?.classList.contains("warn")).toBe(false);
  own = 61_000;
  tickAges(document, clock, "en");
  expect(pill?.textContent).toBe("Here · 1 min. ago");
  expect(pill?.classList.contains("warn")).toBe(true);
  expect(document.getElementById("broken")?.textContent).toBe("");
});

test("says nothing before it knows the server's time", () => {
  tickAges(document, new ServerClock(), "en");
  expect(document.querySelector(".pill")?.textContent).toBe("Here");
});
