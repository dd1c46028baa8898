import type { RootContent } from "mdast";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../core/rules/rule.ts";
import { parse } from "../../core/syntax/parse.ts";
import { checkText } from "../check-text.fixture.ts";
import type { CheckedDocument } from "../checked-document.ts";
import { type SuppressionAction, suppressions } from "./suppress.ts";

/** A finding at the first occurrence of `place`. */
function findingAt(text: string, place: string, code = "PM014"): Finding {
  const start = text.indexOf(place);
  const range = { start, end: start + place.length };
  return {
    code,
    name: "x",
    severity: "warning",
    message: "x",
    range,
    related: [],
    fixes: [],
    url: "",
    isSensitive: false,
  };
}

function apply(text: string, action: SuppressionAction | undefined): string {
  let result = text;
  for (const { range, newText } of [...(action?.edits ?? [])].reverse()) {
    result = result.slice(0, range.start) + newText + result.slice(range.end);
  }
  return result;
}

function disable(text: string, place: string, code?: string): { line: string; titles: string[]; file: string } {
  const { document } = checkText(text);
  const actions = document ? suppressions(document, findingAt(text, place, code)) : [];
  return {
    titles: actions.map(({ title }) => title),
    line: apply(
      text,
      actions.find(({ title }) => !title.endsWith("file")),
    ),
    file: apply(
      text,
      actions.find(({ title }) => title.endsWith("file")),
    ),
  };
}

describe("suppressing a finding", () => {
  it("puts a comment above a paragraph", () => {
    expect(disable("# T\n\nOne\ntwo\n", "One").line).toBe(
      "# T\n\n<!-- runbook-disable-next-line PM014 -- reason -->\nOne\ntwo\n",
    );
  });

  it("puts it above the whole table, whichever row is meant", () => {
    const { line, titles } = disable("| a | b |\n| - | - |\n| 1 | 2 |\n", "1");
    expect(titles).toEqual(["Disable PM014 for this table", "Disable PM014 for this file"]);
    expect(line).toBe("<!-- runbook-disable-next-line PM014 -- reason -->\n| a | b |\n| - | - |\n| 1 | 2 |\n");
  });

  it("encloses a list when a later item is meant, and never tears it", () => {
    const { line } = disable("- one\n- two\n\nEnd\n", "two");
    expect(line).toBe("<!-- runbook-disable PM014 -- reason -->\n- one\n- two\n<!-- runbook-enable PM014 -->\n\nEnd\n");
  });

  it("needs no end where the text ends", () => {
    expect(disable("- one\n- two\n", "two").line).toBe("<!-- runbook-disable PM014 -- reason -->\n- one\n- two\n");
  });

  it("adds the code to a comment that is there", () => {
    const text = "<!-- runbook-disable-next-line PM021 -- ok -->\nOne\n";
    expect(disable(text, "One").line).toBe("<!-- runbook-disable-next-line PM021 PM014 -- ok -->\nOne\n");
  });

  it("keeps CRLF and the byte order mark in its place", () => {
    expect(disable("\uFEFFOne\r\n", "One").line).toBe(
      "\uFEFF<!-- runbook-disable-next-line PM014 -- reason -->\r\nOne\r\n",
    );
  });

  it("goes behind the front matter for the file, and adds to what is there", () => {
    expect(disable("---\na: 1\n---\n\nOne\n", "a: 1")).toEqual({
      titles: ["Disable PM014 for this file"],
      line: "---\na: 1\n---\n\nOne\n",
      file: "---\na: 1\n---\n\n<!-- runbook-disable-file PM014 -- reason -->\n\nOne\n",
    });
    expect(disable("<!-- runbook-disable-file PM021 -->\n\nOne\n", "One").file).toBe(
      "<!-- runbook-disable-file PM021 PM014 -->\n\nOne\n",
    );
  });

  it("silences a finding on the whole document only for the file", () => {
    expect(disable("One\n", "").titles).toEqual(["Disable PM014 for this file"]);
  });

  it("offers nothing for findings about comments, configuration or ourselves", () => {
    for (const code of ["SUP001", "CF001", "INT001", "DOC000"])
      expect(disable("One\n", "One", code).titles).toEqual([]);
  });
});

const NASTY = [
  "# T\n\n## Timeline\n\n- 14:10 a\n- 14:02 b\n- 14:20 c\n\n## Root cause\n\nText\n## Impact\n",
  "# T\n\n## Root cause\n\n> Caused by human error.\n\n1. The outage was caused by human error.\n2. It was probably caused by human error.\n   - It was caused by human error.\n\n## Action items\n\n* [ ] one\n* [ ] two\n",
  "# T\r\n\r\n## Timeline\r\n\r\n| Time | Event |\r\n| --- | --- |\r\n| 14:10 | a |\r\n| 14:02 | b |\r\n## Impact\r\n\r\nTBD\r\n",
  "\uFEFF---\nkind: postmortem\n---\n# T\n\n<div>\nTODO\n</div>\n\nTODO TODO\n\n## Impact\nTODO\n- TODO\n- b TODO\n\n\n- c TODO",
  "Title\n=====\n\nTimeline\n--------\n14:10 a\n14:02 b\n\n```sh\nrm -rf /x\n",
];

function kinds(text: string): string[] {
  const shape = (node: RootContent): string =>
    node.type === "list" ? `list(${node.children.length})` : node.type === "heading" ? `h${node.depth}` : node.type;
  return parse(text)
    .root.children.filter((node) => node.type !== "html")
    .map(shape);
}

describe("every way to suppress a real finding", () => {
  const cases = NASTY.flatMap((text, index) => {
    const checked = checkText(text);
    return checked.findings.map((finding): [string, CheckedDocument, Finding] => [
      `${finding.code} at ${finding.range.start} in ${index}`,
      checked,
      finding,
    ]);
  });

  it.each(cases)("silences %s, and leaves the document's blocks as they are", (_name, checked, finding) => {
    const before = checked.findings.filter(({ code }) => code === finding.code).length;
    for (const action of checked.document ? suppressions(checked.document, finding) : []) {
      const text = apply(checked.text, action);
      const after = checkText(text).findings.filter(({ code }) => code === finding.code).length;
      expect(after, text).toBeLessThan(before);
      expect(checkText(text).findings.filter(({ code }) => code === "SUP001")).toEqual([]);
      expect(kinds(text)).toEqual(kinds(checked.text));
    }
  });
});
