import { describe, expect, it } from "vitest";
import { DEFAULT_STRUCTURE } from "../schema/structure.ts";
import type { PostmortemDocument } from "./document.ts";
import { readDocument } from "./read-document.ts";

function read(text: string, timeZone?: string): PostmortemDocument {
  const structure = timeZone === undefined ? DEFAULT_STRUCTURE : { ...DEFAULT_STRUCTURE, timeZone };
  const document = readDocument({ text, path: "postmortems/x.md", structure });
  if (document.kind !== "postmortem") throw new Error("not read as a postmortem");
  return document;
}

const events = (text: string, timeZone?: string): string[] =>
  (read(text, timeZone).timeline?.events ?? []).map(
    ({ date, timeText, zone, text: said }) => `${date ?? "-"} ${timeText} ${zone ?? "-"} ${said}`,
  );

describe("the zone of a timeline", () => {
  it("is the configured one where the document states none, and does not count as stated", () => {
    const text = "# Disk full on 2025-07-01\n\n## Timeline\n\n- 14:02 Slow\n- 14:10 Down\n";
    expect(events(text, "Europe/Berlin")[0]).toBe("2025-07-01 14:02 Europe/Berlin Slow");
    expect(read(text, "Europe/Berlin").timeline?.zones).toEqual([]);
    expect(events(text.replace("Timeline", "Timeline (UTC)"), "Europe/Berlin")[0]).toBe("2025-07-01 14:02 UTC Slow");
  });

  it("is that of the summary's times where the timeline states none", () => {
    const text = (heading: string) =>
      `# Disk full\n\n## Summary\n\nFrom 14:02 to 14:47 UTC nobody could write.\n\n## ${heading}\n\n- 14:02 Slow\n`;
    expect(events(text("Timeline"))).toEqual(["- 14:02 UTC Slow"]);
    expect(read(text("Timeline (CET)")).timeline?.zones.map(({ name }) => name)).toEqual(["CET"]);
  });

  it.each([
    ["2025-01-31 (*all times UTC*)\n\n- 14:02 Slow", "2025-01-31 14:02 UTC Slow"],
    ["| Heure (UTC) | Événement |\n| --- | --- |\n| 14:02 | Lent |", "- 14:02 UTC Lent"],
    ["Alle Zeiten in MEZ.\n\n- 14:02 Uhr: Langsam", "- 14:02 MEZ Langsam"],
    ["Todas las horas en UTC\n\n- 14:02 - Lento", "- 14:02 UTC Lento"],
  ])("is read from %j", (timeline, expected) =>
    expect(events(`# Disk full\n\n## Timeline\n\n${timeline}\n`)).toEqual([expected]),
  );

  it("is the offset of a field's time", () =>
    expect(
      events("---\ndetected_at: 2025-01-31T14:02:00-03:00\n---\n\n# Disk full\n\n## Timeline\n\n- 14:02 Slow\n"),
    ).toEqual(["2025-01-31 14:02 -03:00 Slow"]));

  it("is read from a heading in another language", () => {
    expect(events("# Disque plein\n\n## Chronologie (heure de Paris)\n\n- 14:02 : Lent\n")).toEqual([
      "- 14:02 heure de Paris Lent",
    ]);
  });

  it("is read from headings that begin with the year", () => {
    expect(events("# Disk full\n\n## Timeline\n\n### 2025 January 31 14:02 UTC\n\nSlow.\n")).toEqual([
      "2025-01-31 14:02 UTC ",
    ]);
  });
});

describe("fields of one line", () => {
  it.each([
    "**Severity:** SEV-2  **Date:** 2025-01-31  **Duration:** 6 hours",
    "> Severity: SEV-2 · Date: 2025-01-31 · Duration: 6 hours",
    "**Severity**: SEV-2 | **Date**: 2025-01-31 | **Duration**: 6 hours",
  ])("are all read: %s", (line) => {
    const fields = read(`# Disk full\n\n${line}\n`).metadata.map(({ key, value }) => `${key}=${value}`);
    expect(fields).toEqual(["severity=SEV-2", "date=2025-01-31", "duration=6 hours"]);
  });
});

describe("action items", () => {
  const actions = (text: string) =>
    read(`# Disk full\n\n## Action items\n\n${text}\n`).actions.map(({ owner, priority, due, ticket, done }) => ({
      owner,
      priority,
      due,
      ticket,
      done,
    }));
  const none = { owner: undefined, priority: undefined, due: undefined, ticket: undefined, done: false };

  it("name the owner in a sentence of its own, with the priority behind", () =>
    expect(actions("1. Build one image. Owner: Media. Priority: high.")).toEqual([
      { ...none, owner: "Media", priority: "high" },
    ]));

  it("name the owner in brackets, before the date", () =>
    expect(actions("- Fail over on latency (Dana Whitfield, due 2025-02-14)")).toEqual([
      { ...none, owner: "Dana Whitfield", due: "2025-02-14" },
    ]));

  it("have a number for a ticket in the ticket's column, and their state behind it", () =>
    expect(
      actions("| Action | Owner | Bug |\n| --- | --- | --- |\n| Plug the leak | kim | Bug 5554825 **DONE** |"),
    ).toEqual([{ ...none, owner: "kim", ticket: "Bug 5554825", done: true }]));

  it("are no owners' when a label groups them", () =>
    expect(actions("- **Specific Tasks**:\n  - Patch the server")).toEqual([none]));

  it("have their columns named in other languages", () =>
    expect(
      actions("| # | Maßnahme | Verantwortlich | Frist |\n| --- | --- | --- | --- |\n| 1 | Alarm | Kim | 14.02.2025 |"),
    ).toEqual([{ ...none, owner: "Kim", due: "2025-02-14" }]));
});

describe("causes", () => {
  it("are as sure as the heading above them", () => {
    const causes = (heading: string) =>
      read(`# Disk full\n\n## Root cause\n\n### ${heading}\n\nA rule was missing.\n`).causes.map(
        (each) => each.confidence,
      );
    expect([causes("Details"), causes("Most likely"), causes("Not the root cause")]).toEqual([
      ["asserted"],
      ["hedged"],
      ["ruled-out"],
    ]);
  });
});

describe("labels and fields", () => {
  it("of a summary's list are sections without any markup", () => {
    const { impact, causes } = read(
      "# Disk full\n\n## Issue summary\n\n- Impact: 3 % of users\n- Note: more below\n- Root cause: a rule\n",
    );
    expect([impact.map(({ text }) => text), causes.map(({ text }) => text)]).toEqual([["3 % of users"], ["a rule"]]);
  });

  it("named Data are dates in Portuguese only", () => {
    const keys = (value: string) => read(`# Disk full\n\n**Data**: ${value}\n`).metadata.map(({ key }) => key);
    expect([keys("2025-01-31"), keys("combined.json")]).toEqual([["date"], []]);
  });

  it("of the front matter may be written with underscores", () =>
    expect(read("---\ndetected_at: 2025-01-31T14:02:00Z\n---\n\n# Disk full\n").metadata.map(({ key }) => key)).toEqual(
      ["detected"],
    ));
});
