import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../syntax/parse.ts";
import type { CodeBlock } from "./code-block.ts";
import { blockLines, readCodeBlocks } from "./read-code-blocks.ts";

function read(text: string): { text: string; blocks: CodeBlock[]; first: CodeBlock; places: string[] } {
  const blocks = readCodeBlocks(parse(text));
  const first = blocks[0];
  if (first === undefined) throw new Error("the text has no code block");
  return { text, blocks, first, places: first.lineRanges.map(({ start, end }) => text.slice(start, end)) };
}

describe("readCodeBlocks", () => {
  it("reads language, info string and lines of a fence", () => {
    const { text, first, places } = read("a\n\n```Bash { name=x }\none\n  two\n```\n");
    expect(first).toMatchObject({ form: "fenced", language: "bash", closed: true, indent: 0, value: "one\n  two" });
    expect(text.slice(first.infoRange.start, first.infoRange.end)).toBe("Bash { name=x }");
    expect(text.slice(first.range.start, first.range.end)).toBe("```Bash { name=x }\none\n  two\n```");
    expect(places).toEqual(["one", "  two"]);
  });

  it.each([
    ["list", "- a\n\n  ```sh\n  one\n\n    two\n  ```\n", ["one", "", "  two"], 2],
    ["task item with a tab", "- [ ] a\n\n\t```sh\n\tone\n\t```\n", ["one"], 4],
    ["ordered list", "1. a\n   ```sh\n   one\n   ```\n", ["one"], 3],
    ["quote", "> ```sh\n> one\n>two\n> ```\n", ["one", "two"], 2],
    ["quote in list", "- > ```sh\n  > one\n  > ```\n", ["one"], 4],
    ["behind the marker", "- ```sh\n  one\n  ```\n", ["one"], 2],
    ["CRLF", "```sh\r\none\r\ntwo\r\n```\r\n", ["one", "two"], 0],
    ["byte order mark", "\uFEFF```sh\none\n```\n", ["one"], 0],
    ["indented fence", "  ```sh\n    one\n  two\n  ```\n", ["  one", "two"], 2],
    ["tildes with backticks", "~~~sh `a`\none\n~~~\n", ["one"], 0],
  ])("gives each line its place: %s", (_name, text, lines, indent) => {
    const { first, places } = read(text);
    expect(places).toEqual(lines);
    expect(blockLines(first.value)).toEqual(lines);
    expect(first).toMatchObject({ form: "fenced", language: "sh", closed: true, indent });
  });

  it("reads indented code, which never runs", () => {
    const { first, places } = read("a\n\n    kubectl get pods\n    ls\n");
    expect(first).toMatchObject({ form: "indented", language: undefined });
    expect(places).toEqual(["kubectl get pods", "ls"]);
  });

  it.each([
    ["```sh\none\n", false],
    ["```sh\none\n```", true],
    ["```sh\n```", true],
    ["```sh", false],
    ["```sh\n", false],
    ["````sh\n```\n", false],
    ["```sh\n~~~\n", false],
    ["```sh\n     ```\n", false],
    ["- ```sh\n  one\n\nend", false],
    ["- ```sh\n  one\n  ```\n\nend", true],
  ])("knows whether a fence is closed: %j", (text, closed) => {
    expect(read(text).first.closed).toBe(closed);
  });

  it.each([
    ["sh", "sh"],
    ["sh{name=a}", "sh"],
    ["{.bash name=a}", "bash"],
    ["{bash}", "bash"],
    ["{1,3-5}", undefined],
    ["{name=a}", undefined],
    ["rust,ignore", "rust"],
    ["js:server.js", "js"],
    ["", undefined],
  ])("language of the info string %j is %j", (info, language) => {
    expect(read(`\`\`\`${info}\nx\n\`\`\`\n`).first.language).toBe(language);
  });

  it("gives every line of any document a place that ends like the line", () => {
    const line = fc.constantFrom(
      "```sh",
      "```",
      "~~~",
      "- a",
      "  b",
      "\t\tc",
      "> ",
      "> ```",
      "1. x",
      "    d",
      "",
      "  ```",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const text = lines.join(end);
        for (const block of readCodeBlocks(parse(text))) {
          const values = blockLines(block.value);
          expect(block.lineRanges).toHaveLength(values.length);
          for (const [index, value] of values.entries()) {
            const { start, end: stop } = block.lineRanges[index] ?? { start: -1, end: -1 };
            expect(value.endsWith(text.slice(start, stop))).toBe(true);
            expect(value.trim()).toBe(text.slice(start, stop).trim());
          }
        }
      }),
    );
  });
});
