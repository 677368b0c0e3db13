import { expect, test } from "vitest";
import { baseOf, filled, queried } from "../src/address.ts";

test("an address is one of a server, with or without a path and a slash", () => {
  expect(baseOf("https://track.example.org")).toBe("https://track.example.org");
  expect(baseOf(new URL("http://127.0.0.1:8080/"))).toBe("http://127.0.0.1:8080");
  expect(baseOf("https://example.org/doorstep//")).toBe("https://example.org/doorstep");
  for (const none of [
    "",
    "track.example.org",
    "ftp://a.example",
    "https://a.example?x",
    "https://a.example#x",
  ]) {
    expect(() => baseOf(none)).toThrow(TypeError);
  }
});

test("a parameter names one thing and never another path", () => {
  expect(filled("/v1/parcels/{id}/shares/{share}", { id: "a/b", share: 1 })).toBe(
    "/v1/parcels/a%2Fb/shares/1",
  );
  expect(filled("/v1/senders/{sender}", { sender: "a?b#c%2F ü" })).toBe(
    "/v1/senders/a%3Fb%23c%252F%20%C3%BC",
  );
  for (const id of [undefined, null, "", ".", ".."]) {
    expect(() => filled("/v1/parcels/{id}", { id })).toThrow("path.id");
  }
  expect(() => filled("/v1/parcels/{id}")).toThrow(TypeError);
});

test("a query says what is there, and of a list each item", () => {
  expect(queried()).toBe("");
  expect(queried({ after: undefined, day: null })).toBe("");
  expect(queried({ after: "a&b", limit: 0, of: [1, 2] })).toBe("?after=a%26b&limit=0&of=1&of=2");
});
