import { describe, expect, it } from "vitest";
import { parse } from "../syntax/parse.ts";
import { readLinks } from "./links.ts";

/** Each link's target as the tree has it, and as it stands in the text. */
function links(text: string): string[][] {
  return readLinks(parse(text)).map(({ url, urlRange }) => [url, text.slice(urlRange.start, urlRange.end)]);
}

describe("readLinks", () => {
  it.each([
    ["a link", "see [a](b.md)", [["b.md", "b.md"]]],
    ["a title", '[a](b.md "b.md")', [["b.md", "b.md"]]],
    ["text that is the target", "[b.md](b.md)", [["b.md", "b.md"]]],
    ["an image", "![a](b.png)", [["b.png", "b.png"]]],
    [
      "an image in a link",
      "[![a](b.png)](c.md)",
      [
        ["c.md", "c.md"],
        ["b.png", "b.png"],
      ],
    ],
    ["a definition", "[a][x]\n\n[x]: b.md\n", [["b.md", "b.md"]]],
    ["an autolink", "<https://example.com>", [["https://example.com", "https://example.com"]]],
    ["an empty target", "[a]()", [["", "[a]()"]]],
  ])("%s", (_, text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it("leaves links in code and HTML alone", () => {
    expect(links('`[a](b)`\n\n```\n[a](b)\n```\n\n<a href="b">x</a>\n')).toEqual([]);
  });

  it("points into the text behind a byte order mark and CRLF", () => {
    expect(links("\uFEFFx\r\n\r\n[a](b.md)\r\n")).toEqual([["b.md", "b.md"]]);
  });
});
