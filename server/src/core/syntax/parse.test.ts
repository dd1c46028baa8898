import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownText } from "../../../../test/support/markdown-text.ts";
import { rangeOf, walk } from "./nodes.ts";
import { parse } from "./parse.ts";

const types = (text: string): string[] => parse(text).root.children.map((node) => node.type);

/** The text of each heading's node as it stands in the document. */
const headings = (text: string): string[] =>
  parse(text).root.children.flatMap((node) =>
    node.type === "heading" ? [text.slice(rangeOf(node).start, rangeOf(node).end)] : [],
  );

describe("parse", () => {
  it("gives offsets into the text as it was given, byte order mark, CRLF, tabs and astral characters included", () => {
    expect(headings("\uFEFF# 🔥 Fire\r\n\r\n\tcode\r\n\r\n## Impact")).toEqual(["# 🔥 Fire", "## Impact"]);
  });

  it("reads front matter behind a byte order mark", () => {
    expect(types("\uFEFF---\ntitle: x\n---\n# T\n")).toEqual(["yaml", "heading"]);
  });

  it("takes a block between two rules that holds no key for text, not for front matter", () => {
    expect(types("---\n\n# Title\n\nSome text\n\n---\n\n## Summary\n")).toEqual([
      ...["thematicBreak", "heading", "paragraph", "thematicBreak", "heading"],
    ]);
  });

  it("says on which line a hostile nesting stands, and gives an empty tree", () => {
    const syntax = parse(`fine\n${"> ".repeat(60)}x`);
    expect(syntax.root.children).toEqual([]);
    expect(syntax.problems[0]?.message).toContain("Line 2 is nested too deep");
  });

  it("takes a row of asterisks for a thematic break, not for nesting", () => {
    expect(parse("* * * * * *\n").problems).toEqual([]);
  });

  it.each(["![https://example.com/a", "mail a@b.org and [www.example.org now", "\uFEFFx [https://example.com/a y"])(
    "places bare addresses that the parser found without a place: %j",
    (text) => {
      const links: string[] = [];
      walk(parse(text).root, (node) => {
        if (node.type === "link") links.push(text.slice(rangeOf(node).start, rangeOf(node).end));
      });
      expect(links.at(-1)).toMatch(/^(?:https:\/\/example\.com\/a|www\.example\.org)$/);
    },
  );

  it("never throws, and every node lies in the text and in its parent, for any Markdown", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(markdownText(), (text) => {
        const outside: string[] = [];
        walk(parse(text).root, (node, ancestors) => {
          const { start, end } = rangeOf(node);
          const around = ancestors.at(-1);
          const parent = around && around.type !== "root" ? rangeOf(around) : { start: 0, end: text.length };
          if (!node.position || start < parent.start || start > end || end > parent.end) outside.push(node.type);
        });
        expect(outside).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
