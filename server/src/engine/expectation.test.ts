import { expect, it } from "vitest";
import { expectationProblem } from "./expectation.ts";

it.each([
  ["exact", "ok\n", "  ok  \n\n", true],
  ["exact", "ok", "not ok", false],
  ["contains", "Running", "NAME STATUS\napi Running\n", true],
  ["contains", "Running", "api Pending", false],
  ["glob", "api-* Running", "api-7f9 Running\n", true],
  ["glob", "a?i (x)", "api (x)", true],
  ["glob", "api", "api-7", false],
  ["regex", "^\\d+ rows$", "header\n12 rows\n", true],
  ["regex", "^\\d+ rows$", "no rows", false],
  ["json", '{"a":1,"b":[2]}', '{"b":[2],\n"a":1}', true],
  ["json", '{"a":1}', '{"a":2}', false],
])("%s %j met by %j: %s", (mode, text, stdout, met) => {
  expect(expectationProblem({ mode, text }, stdout) === undefined).toBe(met);
});

it("says what was expected and what came", () => {
  expect(expectationProblem({ mode: "exact", text: "ok" }, "bad\n")).toBe(
    'its output does not meet the expectation (exact) "ok", it is "bad"',
  );
  expect(expectationProblem({ mode: "json", text: "{}" }, "oops")).toBe('its output is no JSON: "oops"');
  expect(expectationProblem({ mode: "regex", text: "(" }, "")).toContain("no regular expression");
  expect(expectationProblem({ mode: "fuzzy", text: "" }, "")).toContain('"fuzzy" is unknown');
});
