import { expect, test } from "vitest";
import type { Finding, Fix, TextEdit } from "../rules/rule.ts";
import { applyFixes } from "./apply-fixes.ts";

const edit = (start: number, end: number, newText: string): TextEdit => ({ range: { start, end }, newText });
const finding = (code: string, ...fixes: readonly Fix[]): Finding => ({
  code,
  name: code.toLowerCase(),
  severity: "warning",
  message: "",
  range: { start: 0, end: 0 },
  related: [],
  fixes,
  url: "",
  isSensitive: false,
});
const fix = (safety: Fix["safety"], ...edits: readonly TextEdit[]): Fix => ({ title: "Mend", safety, edits });
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

test("applies fixes from any place at once", () => {
  const { text } = applyFixes(
    "one two three",
    [finding("A", fix("safe", edit(8, 13, "3"))), finding("B", fix("safe", edit(0, 3, "1")))],
    "safe",
  );
  expect(text).toBe("1 two 3");
});

test("drops a fix that overlaps an earlier one, as a whole", () => {
  const { text, applied } = applyFixes(
    "one two three",
    [finding("A", fix("safe", edit(0, 5, "x"))), finding("B", fix("safe", edit(4, 7, "y"), edit(8, 13, "z")))],
    "safe",
  );
  expect(text).toBe("xwo three");
  expect(codes(applied)).toEqual(["A"]);
});

test("two insertions at one place, or an insertion at the edge of an edit, collide", () => {
  const insertions = [finding("A", fix("safe", edit(3, 3, "x"))), finding("B", fix("safe", edit(3, 3, "y")))];
  expect(applyFixes("one", insertions, "safe").text).toBe("onex");
  const edge = [finding("A", fix("safe", edit(0, 3, "x"))), finding("B", fix("safe", edit(3, 3, "y")))];
  expect(applyFixes("one", edge, "safe").text).toBe("x");
});

test("edits that touch without an insertion both apply", () => {
  const both = [finding("A", fix("safe", edit(0, 3, "1"))), finding("B", fix("safe", edit(3, 4, "-")))];
  expect(applyFixes("one two", both, "safe").text).toBe("1-two");
});

test("safe leaves unsafe fixes alone and takes the safe one of several", () => {
  const findings = [
    finding("A", fix("unsafe", edit(0, 3, "x"))),
    finding("B", fix("unsafe", edit(4, 7, "x")), fix("safe", edit(4, 7, "2"))),
  ];
  expect(applyFixes("one two", findings, "safe").text).toBe("one 2");
  expect(applyFixes("one two", findings, "unsafe").text).toBe("x x");
});

test("an edit outside of the text is dropped", () => {
  expect(applyFixes("one", [finding("A", fix("safe", edit(2, 9, "x")))], "safe")).toEqual({ text: "one", applied: [] });
});
