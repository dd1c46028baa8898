import { expect, test } from "vitest";
import { parse } from "./parse.ts";
import { readSuppressions } from "./suppressions.ts";

/** Each comment as `kind: name → silenced text`. */
function read(text: string): readonly string[] {
  return readSuppressions(parse(text)).flatMap(({ kind, targets, reason }) =>
    targets.map(({ text: name, scope }) => {
      const because = reason === undefined ? "" : ` (${reason})`;
      return `${kind}: ${name ?? "all"}${because} → ${JSON.stringify(text.slice(scope.start, scope.end).trim())}`;
    }),
  );
}

test("the next line is the block that follows, blank lines skipped", () => {
  expect(read("<!-- runbook-disable-next-line PM014 -- as in the chat -->\n\n\nOne\ntwo\n\nThree\n")).toEqual([
    'disable-next-line: PM014 (as in the chat) → "One\\ntwo"',
  ]);
  expect(read("<!-- runbook-disable-next-line ST007 -->\n```sh\na\nb\n```\n\nText\n")).toEqual([
    'disable-next-line: ST007 → "```sh\\na\\nb\\n```"',
  ]);
});

test("of a list that follows, the first item is meant", () => {
  expect(read("<!-- runbook-disable-next-line ST001 -->\n\n- one\n- two\n")).toEqual([
    'disable-next-line: ST001 → "- one"',
  ]);
});

test("inside a list item, the item's next block is meant", () => {
  expect(
    read("1. Clear it:\n\n   <!-- runbook-disable-next-line destructive-command -->\n   ```sh\n   rm -rf x\n   ```\n"),
  ).toEqual(['disable-next-line: destructive-command → "```sh\\n   rm -rf x\\n   ```"']);
});

test("in a table, the next row is meant, the delimiter row skipped", () => {
  const table =
    "| Time <!-- runbook-disable-next-line PM014 --> | Event |\n| --- | --- |\n| 14:02 | a |\n| 14:01 | b |\n";
  expect(read(table)).toEqual(['disable-next-line: PM014 → "| 14:02 | a |"']);
});

test("several rules, by commas or blanks; none means all", () => {
  expect(read("<!-- runbook-disable-next-line PM014, no-time-zone -->\nx\n")).toEqual([
    'disable-next-line: PM014 → "x"',
    'disable-next-line: no-time-zone → "x"',
  ]);
  expect(read("<!-- runbook-disable-next-line -->\nx\n")).toEqual(['disable-next-line: all → "x"']);
});

test("a disable holds until an enable of the same rule, or of all", () => {
  const text =
    "<!-- runbook-disable A B -->\n\none\n\n<!-- runbook-enable A -->\n\ntwo\n\n<!-- runbook-enable -->\n\nthree\n";
  const [a, b] = read(text);
  expect(a).toBe('disable: A → "one"');
  expect(b).toBe('disable: B → "one\\n\\n<!-- runbook-enable A -->\\n\\ntwo"');
});

test("a file is silenced from its start, wherever the comment stands", () => {
  expect(read("one\n\n<!-- runbook-disable-file A -->\n")).toEqual([
    'disable-file: A → "one\\n\\n<!-- runbook-disable-file A -->"',
  ]);
});

test("text that only looks like a comment is none", () => {
  expect(read("```html\n<!-- runbook-disable-file -->\n```\n\n`<!-- runbook-disable-file -->`\n")).toEqual([]);
  expect(read("<!-- runbook-disabled -->\n\n<!-- runbook:off -->\n")).toEqual([]);
});

test("nothing follows: nothing is silenced", () => {
  expect(read("text\n\n<!-- runbook-disable-next-line A -->\n")).toEqual(['disable-next-line: A → ""']);
});
