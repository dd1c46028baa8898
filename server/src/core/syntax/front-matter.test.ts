import { describe, expect, it } from "vitest";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { parse } from "./parse.ts";

function read(text: string): FrontMatter | undefined {
  return readFrontMatter(text, parse(text).root);
}

/** Each problem of the front matter with the text that it points at. */
function problems(text: string): string[] {
  return (read(text)?.problems ?? []).map(
    ({ message, range }) => `${message} @ ${JSON.stringify(text.slice(range.start, range.end))}`,
  );
}

describe("readFrontMatter", () => {
  it.each(["\n", "\r\n", "\r"])("places keys and values at their text, with line breaks %j", (eol) => {
    const text = ["---", "kind: runbook", "runbook:", "  owner: '@sre'", "---", "# T", ""].join(eol);
    const slices = read(text)?.entries.map(({ path, keyRange, valueRange }) => [
      ...[path.join("."), text.slice(keyRange.start, keyRange.end), text.slice(valueRange.start, valueRange.end)],
    ]);
    expect(slices?.[0]).toEqual(["kind", "kind", "runbook"]);
    expect(slices?.at(-1)).toEqual(["runbook.owner", "owner", "'@sre'"]);
  });

  it.each(["\n", "\r\n"])("points a problem at its place, with line breaks %j", (eol) => {
    const text = ["---", "title: x", "owner: 'a", "---", "# T", ""].join(eol);
    const [problem] = read(text)?.problems ?? [];
    expect(problem?.message).toMatch(/^Front matter is no valid YAML: /);
    expect(problem?.message).not.toMatch(/line \d/);
    expect(problem && problem.range.start >= text.indexOf("'a") && problem.range.end <= text.length).toBe(true);
    expect(read(text)?.data).toEqual({});
  });

  it("points at a key that occurs twice", () => {
    expect(problems("---\na: 1\na: 2\n---\n")).toEqual([
      'Front matter is no valid YAML: Map keys must be unique @ "a"',
    ]);
  });

  it("survives aliases that expand without end", () => {
    const lines = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefg".split("").map((key, index) => `${key}: &${key} [${`*${"abcdef"[index]}, `.repeat(9)}x]`),
    ];
    expect(read(`---\n${lines.join("\n")}\n---\n`)?.data).toEqual({});
  });

  it("leaves documents without it, and TOML, alone", () => {
    expect(read("# Title\n")).toBeUndefined();
    expect(read("+++\ntitle = 'x'\n+++\n")).toBeUndefined();
    expect(read("---\n\nJust a rule above text.\n\n---\n")).toBeUndefined();
  });

  it("is empty for an empty block", () => {
    expect(read("---\n---\n")).toMatchObject({ data: {}, entries: [], problems: [] });
  });
});
