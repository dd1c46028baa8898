import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineIndex } from "./line-index.ts";

describe("createLineIndex", () => {
  it("ends lines at LF, CRLF and a lone CR", () => {
    const text = "a\nb\r\nc\rd";
    const index = createLineIndex(text);
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => text.slice(index.lineRange(line).start, index.lineRange(line).end))).toEqual([
      ..."abcd",
    ]);
  });

  it("counts UTF-16 units: an astral character is two", () => {
    expect(createLineIndex("🔥x\n").positionAt(2)).toEqual({ line: 0, character: 2 });
  });

  it("has one more line behind the last line break", () => {
    expect(createLineIndex("a\n").positionAt(2)).toEqual({ line: 1, character: 0 });
  });

  it("clamps offsets and positions outside the text", () => {
    const index = createLineIndex("ab\r\nc");
    expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, character: 1 });
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 99, character: 0 })).toBe(5);
    expect(index.lineRange(-1)).toEqual({ start: 0, end: 0 });
  });

  it("comes back to the same offset from its position, for any text, except inside a line break", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "é", "🔥", "\t") });
    fc.assert(
      fc.property(text, fc.nat(), (source, seed) => {
        const index = createLineIndex(source);
        const offset = seed % (source.length + 1);
        const { line } = index.positionAt(offset);
        const inBreak = offset > index.lineRange(line).end;
        expect(index.offsetAt(index.positionAt(offset))).toBe(inBreak ? index.lineRange(line).end : offset);
        expect(index.lineAt(offset)).toBe(line);
      }),
    );
  });
});
