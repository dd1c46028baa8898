import { describe, expect, it } from "vitest";
import { RUNBOOK_SECTIONS } from "../schema/runbook-sections.ts";
import type { SectionSpec } from "../schema/section-spec.ts";
import { DEFAULT_STRUCTURE } from "../schema/structure.ts";
import { parse } from "../syntax/parse.ts";
import { readOutline } from "./outline.ts";

/** The outline as text: two spaces a level, `id "Title"`, labels marked, `-` for foreign sections. */
function outline(text: string, catalogue: readonly SectionSpec[] = DEFAULT_STRUCTURE.postmortemSections): string[] {
  const { sections, title } = readOutline(parse(text).root, catalogue, text.length);
  return sections.map((section) => {
    const mark = section === title ? "title" : (section.id ?? "-");
    return `${"#".repeat(section.depth)} ${mark}${section.origin === "label" ? " label" : ""}: ${section.title}`;
  });
}

describe("readOutline finds sections however their headings are written", () => {
  it.each([
    ["setext", "Root cause\n----------\n", "## root-cause: Root cause"],
    ["closing hashes", "## Impact ##\n", "## impact: Impact"],
    ["numbered", "## 3. Root Cause(s):\n", "## root-cause: 3. Root Cause(s):"],
    ["numbered with a bracket", "## 2) Timeline\n", "## timeline: 2) Timeline"],
    ["a part of a book", "## Part 4 — Resolution\n", "## restoration: Part 4 — Resolution"],
    ["emoji", "## 🔥 Impact\n", "## impact: 🔥 Impact"],
    ["a shortcode", "## :warning: Leadup\n", "## background: :warning: Leadup"],
    ["an id", "## Timeline {#when}\n", "## timeline: Timeline {#when}"],
    ["bold", "## **Impact**\n", "## impact: Impact"],
    ["a link", "## [Action items](https://example.com)\n", "## actions: Action items"],
    ["an aside in brackets", "## Timeline (all times UTC)\n", "## timeline: Timeline (all times UTC)"],
    [
      "a date behind it",
      "## Timeline Saturday Oct 30th 2021 - Monday Nov 1st, 2021\n",
      "## timeline: Timeline Saturday Oct 30th 2021 - Monday Nov 1st, 2021",
    ],
    ["tabs", "##\tImpact\t\n", "## impact: Impact"],
    ["no last newline", "## Impact", "## impact: Impact"],
    ["CRLF", "## Impact\r\n\r\ntext\r\n", "## impact: Impact"],
    ["a byte order mark", "\uFEFF## Impact\n", "## impact: Impact"],
    ["Japanese", "## 根本原因分析\n", "## root-cause: 根本原因分析"],
  ])("%s", (_, text, expected) => {
    expect(outline(text)).toEqual([expected]);
  });

  it("takes a sentence for no section, and a time for none", () => {
    expect(outline("## We had to find the root cause before anything else\n\n### 14:02 - Impact\n")).toEqual([
      "## -: We had to find the root cause before anything else",
      "### -: 14:02 - Impact",
    ]);
  });
});

describe("readOutline tells ambiguous names by what is around them", () => {
  it("reads “what went wrong” as the cause, but as a lesson beside “what went well”", () => {
    expect(outline("## What went wrong\n")).toEqual(["## root-cause: What went wrong"]);
    expect(outline("## Lessons learned\n\n### What went wrong\n")).toContain("### went-wrong: What went wrong");
    expect(outline("## What went well\n\n## What went wrong\n")).toContain("## went-wrong: What went wrong");
  });

  it("takes names below action items for groups of actions", () => {
    expect(outline("## Action items\n\n### Mitigation\n\n### Detection\n").slice(1)).toEqual([
      "### -: Mitigation",
      "### -: Detection",
    ]);
  });

  it("finds the title among H1s: the only one, or the first that names no section", () => {
    expect(outline("# Summary\n\n## Impact\n")).toEqual(["# title: Summary", "## impact: Impact"]);
    expect(outline("# Outage\n\n# Summary\n\n# Impact\n")).toEqual([
      "# title: Outage",
      "# summary: Summary",
      "# impact: Impact",
    ]);
    expect(outline("# Summary\n\n# Impact\n")).toEqual(["# summary: Summary", "# impact: Impact"]);
  });

  it("puts sections of the highest level first", () => {
    const text = "## Summary\n\n### Impact\n\n## Impact\n";
    const found = readOutline(parse(text).root, DEFAULT_STRUCTURE.postmortemSections, text.length).byId("impact");
    expect(found.map((section) => section.depth)).toEqual([2, 3]);
  });

  it("leaves headings in quotes and lists alone", () => {
    expect(outline("> ## Impact\n\n- ## Timeline\n")).toEqual([]);
  });
});

describe("readOutline reads labels as sections", () => {
  it.each([
    ["**Impact**: 5 users\n"],
    ["**Impact:** 5 users\n"],
    ["**Impact** - 5 users\n"],
    ["- **Impact**: 5 users\n"],
  ])("%j", (text) => {
    expect(outline(`# Outage\n\n${text}`)[1]).toBe("## impact label: Impact");
  });

  it("gives a label that stands alone the blocks behind it, up to the next label", () => {
    const text = "# T\n\n**Timeline:**\n\n- 14:02 a\n- 14:03 b\n\n**Resolution:** rolled back\n";
    const { byId } = readOutline(parse(text).root, DEFAULT_STRUCTURE.postmortemSections, text.length);
    const [timeline] = byId("timeline");
    expect(timeline?.content.map((node) => node.type)).toEqual(["paragraph", "list"]);
    expect(text.slice(timeline?.body.start, timeline?.body.end)).toContain("14:03 b");
  });

  it("takes bold words in a canonical section, and in an event, for its own fields", () => {
    expect(outline("## Timeline\n\n### 14:02\n\n**Impact**: x\n\n## Root cause\n\n**Impact**: x\n")).toEqual([
      ...["## timeline: Timeline", "### -: 14:02", "## root-cause: Root cause"],
    ]);
  });

  it("takes bold words in running text for no label", () => {
    expect(outline("**Impact** was low.\n")).toEqual([]);
  });
});

describe("readOutline gives each section its stretch of the text", () => {
  it("with and without its sub-sections", () => {
    const text = "## Impact\n\na\n\n### Users\n\nb\n\n## Timeline\n\nc\n";
    const [impact] = readOutline(parse(text).root, DEFAULT_STRUCTURE.postmortemSections, text.length).sections;
    expect(text.slice(impact?.body.start, impact?.body.end)).toBe("\n\na\n\n### Users\n\nb\n\n");
    expect(impact?.content.length).toBe(3);
    expect(impact?.ownContent.length).toBe(1);
    expect(impact?.children.map((child) => child.title)).toEqual(["Users"]);
  });
});

describe("readOutline of a runbook", () => {
  it("knows the four sections of an alert's runbook, and its neighbours", () => {
    const text =
      "# KubePodCrashLooping\n\n## Meaning\n\n## Impact\n\n## Diagnosis\n\n## Mitigation\n\n## How to verify\n\n## Rolling back\n\n## Escalation path\n";
    expect(outline(text, RUNBOOK_SECTIONS).map((line) => line.split(":")[0])).toEqual([
      ...[
        "# title",
        "## overview",
        "## impact",
        "## diagnosis",
        "## mitigation",
        "## verification",
        "## rollback",
        "## escalation",
      ],
    ]);
  });
});
