import fc from "fast-check";
import { expect, it } from "vitest";
import { boundPattern } from "./bounded-pattern.ts";

it.each([
  ["OPS-\\d+", "see OPS-12.", "OPS-12"],
  ["(?:OPS|PAY)-\\d{1,6}", "PAY-7", "PAY-7"],
  ["[A-Z]+-\\d+", "ABC-1", "ABC-1"],
  ["(?<![\\w-])INC\\d+\\b", "INC0012345", "INC0012345"],
  [
    "https?://jira\\.example\\.com/browse/[A-Z]+-\\d+",
    "https://jira.example.com/browse/X-1",
    "https://jira.example.com/browse/X-1",
  ],
  ["\\p{Lu}+-\\d+", "ÄÖ-1", "ÄÖ-1"],
  ["T\\-\\d+", "T-1", "T-1"],
  ["[+*]\\d{2,}?", "+123", "+12"],
  ["(?:urgent-)?T\\d+", "urgent-T1", "urgent-T1"],
])("%s finds its ticket", (source, text, found) => {
  const made = boundPattern(source);
  expect("pattern" in made ? made.pattern.exec(text)?.[0] : made.problem).toBe(found);
});

it.each([
  ["(a+)+b", "repeats a group (`+` behind `)`), which can take very long"],
  ["(a|a)*b", "repeats a group (`*` behind `)`), which can take very long"],
  ["(?:x{1,40}){5}", "repeats a group (`{5}` behind `)`), which can take very long"],
  ["\\d+\\d+\\d+\\d+x", "has too many repeats and choices, which can take very long"],
  ["a?".repeat(40), "has too many repeats and choices, which can take very long"],
  ["(?:a|a)".repeat(30), "has too many repeats and choices, which can take very long"],
  ["(OPS", "is no regular expression: Unterminated group"],
  ["\\d*", "fits an empty text"],
])("%s is refused", (source, problem) => {
  expect(boundPattern(source)).toEqual({ problem });
});

it("never throws", () => {
  const part = fc.constantFrom(
    "a",
    "(",
    ")",
    "[",
    "]",
    "*",
    "+",
    "?",
    "{2,}",
    "|",
    "\\",
    "\\d",
    "^",
    "(?:",
    "(?<n>",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const made = boundPattern(parts.join(""));
      if ("pattern" in made) made.pattern.exec("aaaa(]d".repeat(20));
    }),
  );
});
