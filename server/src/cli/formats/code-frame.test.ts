import fc from "fast-check";
import { expect, it } from "vitest";
import { createLineIndex } from "../../core/syntax/line-index.ts";
import { codeFrame } from "./code-frame.ts";
import { columnsOf, visibleText } from "./visible-text.ts";

/** `text` with the range between two bars, and the frame below it as it is shown. */
function frame(marked: string, width = 60): string {
  const [before = "", inside = "", after = ""] = marked.split("|");
  const text = before + inside + after;
  const range = { start: before.length, end: before.length + inside.length };
  const { line, source, marker, until } = codeFrame(text, createLineIndex(text), range, width);
  return `${line} ${source}\n${line} ${marker}${until === undefined ? "" : ` …${until}`}`;
}

it.each([
  ["one |two| three", "1 one two three\n1     ^^^"],
  ["|| one", "1  one\n1 ^"],
  ["one||", "1 one\n1    ^"],
  ["a\r\n|b|\r\nc", "2 b\n2 ^"],
  ["a |b\nc\nd|\n", "1 a b\n1   ^ …3"],
  ["a |b\n|", "1 a b\n1   ^"],
  ["\t|x|\ty", "1     x   y\n1     ^"],
  ["日|本|語", "1 日本語\n1   ^^"],
  ["e\u0301|x|", "1 e\u0301x\n1  ^"],
  ["\uFEFF|x|", "1 <U+FEFF>x\n1         ^"],
])("%j is shown with its marker below it", (marked, expected) => {
  expect(frame(marked)).toBe(expected);
});

it("cuts a long line so that the place stays in sight", () => {
  const long = "0123456789".repeat(10);
  expect(frame(`|${long}| tail`, 20)).toBe(`1 0123456789012345678…\n1 ^^^^^^^^^^^^^^^^^^^^`);
  expect(frame(`${long}|here|${long}`, 20)).toBe(`1 …456789here01234567…\n1        ^^^^`);
  expect(frame(`${long}||`, 20)).toBe(`1 …234567890123456789\n1                    ^`);
});

it("never throws, stays in the width, and marks at least one column of it", () => {
  const text = fc.array(
    fc.constantFrom("a", "日", "\t", "\n", "\r\n", "e\u0301", "👩‍👩‍👧", "\u001B", "word ".repeat(9)),
  );
  fc.assert(
    fc.property(text, fc.nat(200), fc.nat(200), fc.integer({ min: 10, max: 80 }), (parts, start, length, width) => {
      const whole = parts.join("");
      const from = Math.min(start, whole.length);
      const range = { start: from, end: Math.min(from + length, whole.length) };
      const { source, marker } = codeFrame(whole, createLineIndex(whole), range, width);
      expect(marker).toMatch(/^ *\^+$/);
      expect(columnsOf(source)).toBeLessThanOrEqual(width);
      expect(marker.length).toBeLessThanOrEqual(Math.max(width, columnsOf(source)) + 1);
      expect(visibleText(source)).toBe(source);
    }),
    { numRuns: 500 },
  );
});
