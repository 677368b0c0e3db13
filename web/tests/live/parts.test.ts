// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { Parts } from "../../src/live/parts.ts";

const CHOICES = (until: string) => `<section data-part="choices"><p>Until ${until}</p>
  <details><summary>Choose</summary><form><input type="radio" name="safe_place" value="garage">
  <input name="note" value=""></form></details><a href="/help">Help</a></section>`;
const CARD = `<section data-part="stage" data-stage="too-far"><p>Later</p></section>`;
const MAP = (
  observed: string,
) => `<section data-part="stage" data-stage="map"><div class="canvas" data-map="${observed}">
  </div><div data-part="spot"><p>Here at ${observed}</p></div></section>`;

let root: HTMLElement;
let parts: Parts;

beforeEach(() => {
  document.body.innerHTML = `<main><section data-part="lead"><h1>5 stops</h1></section>${CARD}${CHOICES("14:00")}</main>`;
  root = document.querySelector("main") as HTMLElement;
  parts = new Parts(root);
});

const show = (all: Record<string, string>) => parts.show(new Map(Object.entries(all)));
const part = (name: string) => root.querySelector(`[data-part="${name}"]`) as HTMLElement;

test("replaces what changed and leaves the rest as it is", () => {
  const choices = part("choices");
  const replaced = show({
    lead: `<section data-part="lead"><h1>4 stops</h1></section>`,
    choices: CHOICES("14:00"),
  });
  expect(replaced).toEqual(["lead"]);
  expect(part("lead").textContent).toBe("4 stops");
  expect(part("choices")).toBe(choices);
});

test("the same part twice is placed once", () => {
  const html = `<section data-part="lead"><h1>4 stops</h1></section>`;
  expect(show({ lead: html })).toEqual(["lead"]);
  part("lead").append("by someone else");
  expect(show({ lead: html })).toEqual([]);
});

test("a part that the page does not have, or that is no element, changes nothing", () => {
  const before = root.innerHTML;
  expect(show({ unknown: "<p>x</p>", lead: "only text" })).toEqual([]);
  expect(root.innerHTML).toBe(before);
});

test("someone who types is not disturbed, and gets the news afterwards", () => {
  const note = part("choices").querySelector<HTMLInputElement>("[name=note]") as HTMLInputElement;
  note.focus();
  expect(show({ choices: CHOICES("13:45") })).toEqual([]);
  expect(part("choices").contains(note)).toBe(true);
  expect(parts.settle()).toEqual([]);
  note.blur();
  expect(parts.settle()).toEqual(["choices"]);
  expect(part("choices").textContent).toContain("13:45");
  expect(parts.settle()).toEqual([]);
});

test("what someone opened, chose or wrote stays", () => {
  const details = part("choices").querySelector("details") as HTMLDetailsElement;
  details.open = true;
  expect(show({ choices: CHOICES("13:40") })).toEqual([]);
  details.open = false;
  const radio = details.querySelector("[type=radio]") as HTMLInputElement;
  radio.checked = true;
  expect(show({ choices: CHOICES("13:41") })).toEqual([]);
  radio.checked = false;
  (details.querySelector("[name=note]") as HTMLInputElement).value = "behind the bins";
  expect(show({ choices: CHOICES("13:42") })).toEqual([]);
  expect(part("choices").textContent).toContain("14:00");
});

test("a score that was chosen and words that were written in several lines stay", () => {
  const rating = (score: number) => `<section data-part="afterwards"><p>${score} of 5</p>
    <form><input type="radio" name="score" value="4"><textarea name="comment"></textarea></form></section>`;
  root.insertAdjacentHTML("beforeend", rating(0));
  const score = part("afterwards").querySelector("input") as HTMLInputElement;
  const comment = part("afterwards").querySelector("textarea") as HTMLTextAreaElement;
  comment.value = "kind";
  expect(show({ afterwards: rating(5) })).toEqual([]);
  comment.value = "";
  score.checked = true;
  expect(show({ afterwards: rating(5) })).toEqual([]);
  score.checked = false;
  expect(parts.settle()).toEqual(["afterwards"]);
});

test("only the newest of what waited is shown", () => {
  const details = part("choices").querySelector("details") as HTMLDetailsElement;
  details.open = true;
  show({ choices: CHOICES("13:40") });
  show({ choices: CHOICES("13:30") });
  details.open = false;
  parts.settle();
  expect(part("choices").textContent).toContain("13:30");
});

test("news that turned back to what is shown does not wait", () => {
  const details = part("choices").querySelector("details") as HTMLDetailsElement;
  show({ choices: CHOICES("13:50") });
  (part("choices").querySelector("details") as HTMLDetailsElement).open = true;
  show({ choices: CHOICES("13:40") });
  show({ choices: CHOICES("13:50") });
  (part("choices").querySelector("details") as HTMLDetailsElement).open = false;
  expect(parts.settle()).toEqual([]);
  expect(details.isConnected).toBe(false);
  expect(part("choices").textContent).toContain("13:50");
});

test("the keyboard stays on the link that took the place of the old one", () => {
  part("choices").querySelector("a")?.focus();
  show({ choices: CHOICES("13:30") });
  expect(document.activeElement).toBe(part("choices").querySelector("a"));
});

test("an open map is never replaced by itself; only its line is", () => {
  expect(show({ stage: MAP("13:52"), spot: `<div data-part="spot"><p>Here at 13:52</p></div>` })).toEqual([
    "stage",
  ]);
  const canvas = root.querySelector(".canvas");
  expect(show({ stage: MAP("13:53"), spot: `<div data-part="spot"><p>Here at 13:53</p></div>` })).toEqual([
    "spot",
  ]);
  expect(root.querySelector(".canvas")).toBe(canvas);
  expect(part("spot").textContent).toBe("Here at 13:53");
  expect(show({ stage: CARD })).toEqual(["stage"]);
  expect(root.querySelector(".canvas")).toBeNull();
});
