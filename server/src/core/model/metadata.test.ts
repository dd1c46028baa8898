import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

/** The fields of a postmortem as `key=value`; those whose place does not hold their value are marked. */
function fields(text: string, path = "app/postmortems/x.md"): string[] {
  return readDocument({ text, path }).metadata.map(({ key, value, valueRange }) => {
    const written = text.slice(valueRange.start, valueRange.end);
    return `${key}=${value}${written.includes(value) ? "" : ` @ ${JSON.stringify(written)}`}`;
  });
}

describe("readMetadata: front matter", () => {
  it("reads our own block before plain keys, and the aliases that other tools use", () => {
    const text =
      "---\nowner_slack: '#ops'\nlast_reviewed_on: 2026-03-03\nreview_in: 6 months\nrunbook:\n  owner: '@sre'\n---\n# T\n";
    expect(fields(text, "app/runbooks/x.md")).toEqual([
      "owner=@sre",
      "owner=#ops",
      "reviewed=2026-03-03",
      "reviewEvery=6 months",
    ]);
  });
  it("joins lists", () => {
    expect(fields("---\nauthors:\n  - joe\n  - ann\n---\n# T\n")[0]).toContain("owner=joe, ann");
  });
  it("leaves empty and foreign keys out", () => {
    expect(fields("---\nowner:\nweight: 3\nauthors: {a: b}\n---\n# T\n")).toEqual([]);
  });
});

describe("readMetadata: near the top", () => {
  it.each([
    [
      "bold keys on lines of one paragraph",
      "# T\n\n**Date**: 2021-01-02  \n**Status:** Final\\\n**Severity** : SEV-2\n",
    ],
    ["a list of labels", "# T\n\n- **Date**: 2021-01-02\n- Status: Final\n- Severity: SEV-2\n"],
    [
      "a table of two columns",
      "# T\n\n| Field | Value |\n| --- | --- |\n| Date | 2021-01-02 |\n| **Status** | Final |\n| Severity | SEV-2 |\n",
    ],
    [
      "a table whose header is the first field",
      "# T\n\n| Date | 2021-01-02 |\n| --- | --- |\n| Status | Final |\n| Severity | SEV-2 |\n",
    ],
    ["headings that are fields", "# T\n\n## Date: 2021-01-02\n\n## Status: Final\n\n## Severity: SEV-2\n"],
    [
      "a section of its own",
      "# T\n\n## Summary\n\nx\n\n## Details\n\n- Date: 2021-01-02\n- Status: Final\n- Severity: SEV-2\n",
    ],
    ["a section a field", "# T\n\n## Date\n\n2021-01-02\n\n## Status\n\nFinal\n\n## Severity\n\nSEV-2\n"],
    ["CRLF", "# T\r\n\r\n**Date**: 2021-01-02\r\n**Status**: Final\r\n**Severity**: SEV-2\r\n"],
    [
      "one row below a header",
      "# T\n\n| Date | Status | Severity |\n| --- | --- | --- |\n| 2021-01-02 | Final | SEV-2 |\n",
    ],
  ])("%s", (_, text) => {
    expect(fields(text)).toEqual(["date=2021-01-02", "status=Final", "severity=SEV-2"]);
  });

  it("reads key events with and without a colon", () => {
    const text =
      "# T\n\n- **Key events**\n  - First detected 2023-01-05 10:00\n  - Incident declared: 2023-01-05 10:12\n  - Repaired 2023-01-05 11:00\n  - Resolved 2023-01-05 11:30\n- **Time to repair**: 1h 0m\n- **Time to resolve**: 1h 30m\n";
    expect(fields(text)).toEqual([
      ...["detected=2023-01-05 10:00", "acknowledged=2023-01-05 10:12", "mitigated=2023-01-05 11:00"],
      ...["resolved=2023-01-05 11:30", "timeToMitigate=1h 0m", "timeToResolve=1h 30m"],
    ]);
  });

  it("reads durations of the impact section", () => {
    expect(fields("# T\n\n## Summary\n\nx\n\n## Impact\n\n- **Duration**: 45 minutes\n- **Severity**: high\n")).toEqual(
      ["duration=45 minutes"],
    );
  });

  it("takes no line of the text below for a field", () => {
    expect(fields("# T\n\n## Summary\n\nStatus: we did not know.\n\n## Timeline\n\n- Detected: 14:02\n")).toEqual([]);
  });

  it("drops markup from values", () => {
    expect(fields("# T\n\n**Owner**: [Alice](https://example.com) and `bob`\n")[0]).toMatch(/^owner=Alice and bob/);
  });

  it("reads Japanese keys", () => {
    expect(
      fields("# T\n\n## メタデータ\n\n| 項目 | 内容 |\n|---|---|\n| 重大度 | SEV-3 |\n| ステータス | Draft |\n"),
    ).toEqual(["severity=SEV-3", "status=Draft"]);
  });
});

describe("readMetadata: dates of title and file name", () => {
  it("places a title's date at the heading", () => {
    const text = "# 2018-01-17, Emergency bump\n";
    const [field] = readDocument({ text, path: "app/postmortems/x.md" }).metadata;
    expect(field).toMatchObject({ key: "date", value: "2018-01-17", valueRange: { start: 0, end: text.length - 1 } });
  });
  it("gives a file name's date empty ranges at the start", () => {
    const [field] = readDocument({ text: "# T\n", path: "app/postmortems/2022-05-27-x.md" }).metadata;
    expect(field).toEqual({
      key: "date",
      value: "2022-05-27",
      keyRange: { start: 0, end: 0 },
      valueRange: { start: 0, end: 0 },
    });
  });
});
