import { describe, expect, test } from "vitest";
import { rangeOf } from "../syntax/nodes.ts";
import { readDocument } from "./read-document.ts";

/** An incident report as it comes out of a word processor: no blank lines, headings that are only lines. */
const REPORT = [
  "Parcel tracking: what happened",
  "Contents",
  "- The Latest Parcel Incident",
  "- Root Cause Analysis",
  "- Impact on Users",
  "- Steps to Restore Service",
  "- Thanks",
  "The Latest Parcel Incident",
  "On [insert date] nobody could follow a parcel.",
  "Root Cause Analysis",
  "We looked at several factors:",
  "- Software Bugs: there might be bugs in the scanner.",
  "- Capacity: the queue was full.",
  "It appears that a bug was the culprit.",
  "Impact on Users",
  "The impact of this outage was severe:",
  "- Immediate disruption: nobody knew where their parcel was.",
  "Steps to Restore Service",
  "- Patch Rollout: the scanner was patched.",
  "Thanks",
  "Everybody helped.",
].join("\n");

function outlineOf(text: string, path = "incidents/parcels.md") {
  const document = readDocument({ text, path });
  return document.outline.sections
    .filter(({ origin }) => origin === "plain")
    .map((section) => [
      document.syntax.lines.lineAt(section.heading.start) + 1,
      section.id,
      text.slice(section.heading.start, section.heading.end),
    ]);
}

describe("headings that are plain lines", () => {
  const expected = [
    [1, undefined, "Parcel tracking: what happened"],
    [2, undefined, "Contents"],
    [8, "summary", "The Latest Parcel Incident"],
    [10, "root-cause", "Root Cause Analysis"],
    [15, "impact", "Impact on Users"],
    [18, "restoration", "Steps to Restore Service"],
    [20, undefined, "Thanks"],
  ];

  test("are found behind sentences and behind lists, and give the document a title", () => {
    expect(outlineOf(REPORT)).toEqual(expected);
    expect(readDocument({ text: REPORT, path: "incidents/a.md" }).outline.title?.title).toBe(
      "Parcel tracking: what happened",
    );
  });
  test("with any line breaks and a byte order mark", () => {
    for (const text of [REPORT.replaceAll("\n", "\r\n"), REPORT.replaceAll("\n", "\r"), `\uFEFF${REPORT}`]) {
      expect(outlineOf(text)).toEqual(expected);
    }
  });
  test("tell the kind of a document in any folder", () => {
    expect(readDocument({ text: REPORT, path: "notes/parcels.md" }).kind).toBe("postmortem");
  });
  test("give sections the blocks that stand below them, at their true places", () => {
    const document = readDocument({ text: REPORT, path: "incidents/a.md" });
    const [cause] = document.outline.byId("root-cause");
    expect(cause?.content.map((node) => REPORT.slice(rangeOf(node).start, rangeOf(node).end).slice(0, 30))).toEqual([
      "We looked at several factors:",
      "- Software Bugs: there might b",
    ]);
    if (document.kind !== "postmortem") throw new Error("no postmortem");
    expect(document.causes.map(({ text }) => text.slice(0, 20))).toEqual(
      expect.arrayContaining([expect.stringContaining("Software Bugs")]),
    );
  });
});

describe("lines that are no headings", () => {
  test("where the document has headings of its own", () => {
    expect(outlineOf(`# A\n\n## Impact\n\nx.\n\n${REPORT}`)).toEqual([]);
  });
  test("where fewer than three sections stand on lines of their own", () => {
    expect(outlineOf("A parcel was lost\n\nImpact\nNobody noticed.\n\nSummary\nIt was found.\n")).toEqual([]);
  });
  test("in the middle of a paragraph that is broken into lines", () => {
    const text = "We wrote down the\nSummary\nand the\nImpact\nand the\nTimeline\nof it.\n";
    expect(outlineOf(text)).toEqual([]);
  });
  test("in texts that are none of ours: their tree stays as it was", () => {
    const document = readDocument({ text: "A\n\nImpact\nx.\n\nSummary\nx.\n\nReferences\nx.\n", path: "notes/a.md" });
    expect([document.kind, document.outline.sections]).toEqual(["other", []]);
  });
});
