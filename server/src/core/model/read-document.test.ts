import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownText } from "../../../../test/support/markdown-text.ts";
import type { Range } from "../syntax/range.ts";
import { readDocument } from "./read-document.ts";

/** Every `{start, end}` in a value, however deep; trees of the parser are left out, they have their own test. */
function rangesIn(value: unknown, seen = new Set<unknown>()): Range[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  const own = "start" in value && typeof value.start === "number" && "end" in value && typeof value.end === "number";
  return [
    ...(own ? [value as Range] : []),
    ...Object.entries(value).flatMap(([key, inner]) =>
      ["node", "content", "ownContent", "syntax", "position", "lines"].includes(key) ? [] : rangesIn(inner, seen),
    ),
  ];
}

describe("readDocument", () => {
  it.each(["app/postmortems/x.md", "app/runbooks/DiskFull.md", "app/docs/x.md"])(
    "never throws on any text at %s, and all its places lie in the text",
    { timeout: 60_000 },
    (path) => {
      fc.assert(
        fc.property(markdownText(), (text) => {
          const outside = rangesIn(readDocument({ text, path })).filter(
            ({ start, end }) => start < 0 || start > end || end > text.length,
          );
          expect(outside).toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
  );

  it("opts out by front matter, and keeps syntax and outline", () => {
    const document = readDocument({ text: "---\nkind: none\n---\n# T\n", path: "app/runbooks/x.md" });
    expect(document).toMatchObject({ kind: "other", outline: { title: { title: "T" } } });
  });

  it("takes the kind that the configuration gives", () => {
    expect(readDocument({ text: "# T\n", path: "docs/x.md", configured: "runbook" }).kind).toBe("runbook");
  });
});
