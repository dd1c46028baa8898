import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createControlStripper } from "./strip-controls.ts";

function strip(...chunks: string[]): string {
  return chunks.map(createControlStripper()).join("");
}

describe("createControlStripper", () => {
  it.each([
    ["colours", "\u001b[1;31mred\u001b[0m", "red"],
    ["cursor moves", "a\u001b[2K\u001b[1Gb", "ab"],
    ["the clipboard (OSC 52)", "a\u001b]52;c;cm0gLXJm\u0007b", "ab"],
    ["a title with ST", "a\u001b]0;title\u001b\\b", "ab"],
    ["hyperlinks", "\u001b]8;;http://evil\u001b\\text\u001b]8;;\u001b\\", "text"],
    ["C1 forms", "a\u009b31mb\u009d0;t\u009cc", "abc"],
    ["bells, backspaces and NUL", "a\u0007\b\u0000b\u007f", "ab"],
    ["bidi controls", "a\u202eb\u2066c\u200f", "abc"],
    ["a progress bar", "10%\r20%\r\n", "10%\n20%\n"],
    ["two-character sequences", "a\u001b7b\u001b(Bc", "abc"],
    ["tabs and line feeds", "a\tb\n", "a\tb\n"],
    ["astral characters", "🚒 é €", "🚒 é €"],
  ])("handles %s", (_, text, stripped) => {
    expect(strip(text)).toBe(stripped);
    expect(strip(...text.split(""))).toBe(stripped);
  });

  it("does not let an unclosed sequence swallow what follows", () => {
    expect(strip("a\u001b]0;never closed\nnext")).toBe("a\nnext");
    expect(strip(`\u001b]0;${"x".repeat(9_000)}`, "seen")).toContain("seen");
  });

  it("leaves no sequence that Node's own stripping would find, in whatever chunks", () => {
    const text = fc.string({
      unit: fc.constantFrom("\u001b", "[", "]", ";", "3", "m", "\u0007", "\\", "\u009b", "a", "\n", "\r"),
    });
    fc.assert(
      fc.property(text, fc.nat(5), (value, size) => {
        const chunks = value.match(new RegExp(`[^]{1,${size + 1}}`, "g")) ?? [];
        const stripped = strip(...chunks);
        expect(stripped).toBe(strip(value));
        expect(stripVTControlCharacters(stripped)).toBe(stripped);
      }),
    );
  });
});
