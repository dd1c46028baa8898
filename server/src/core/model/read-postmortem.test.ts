import { describe, expect, it } from "vitest";
import { readPostmortemBody as read } from "../../../../test/support/postmortem.ts";

/** Statements as `[category]! text`; `!` says that it is quantified. */
const impact = (body: string): string[] =>
  read(`## Impact\n\n${body}\n`).impact.map(
    ({ category, quantified, text }) => `[${category ?? ""}]${quantified ? "!" : ""} ${text}`,
  );
const causes = (body: string): string[] =>
  read(`## Root cause\n\n${body}\n`).causes.map(({ category, text }) => `[${category ?? ""}] ${text}`);
const restoration = (body: string): string[] =>
  read(`## Resolution\n\n${body}\n`).restoration.map(({ category, text }) => `[${category ?? ""}] ${text}`);

describe("impact", () => {
  it("takes list items, sentences, and rows or cells of tables for statements", () => {
    expect(impact("It was slow. Nobody could log in.")).toEqual(["[] It was slow.", "[] Nobody could log in."]);
    expect(impact("- slow\n- down\n  - in the EU")).toEqual(["[] slow", "[] down", "[] in the EU"]);
    expect(impact("| What | How much |\n|-|-|\n| Data loss | None |")).toEqual(["[data-loss] Data loss: None"]);
    expect(impact("| Customers impacted | Support cases | Incident duration |\n|-|-|-|\n| EU | 2 | 24h40m |")).toEqual([
      ...["[users] Customers impacted: EU", "[support]! Support cases: 2", "[]! Incident duration: 24h40m"],
    ]);
  });

  it("takes lines that only introduce a list for no statements", () => {
    expect(impact("The impact was:\n\n- **User impact:**\n  - no login")).toEqual(["[users] no login"]);
  });

  it("leaves code and quotes of logs out", () => {
    expect(impact("Down.\n\n```\n500 errors\n```\n")).toEqual(["[] Down."]);
  });

  it("reads categories from labels, sub-headings and brackets, never from prose", () => {
    expect(
      impact(
        "- **Error rate**: 15 %\n- data loss: none\n- Orders stopped (business operations)\n- The error rate rose",
      ),
    ).toEqual([
      ...[
        "[error-rate]! Error rate: 15 %",
        "[data-loss] data loss: none",
        "[business] Orders stopped (business operations)",
        "[] The error rate rose",
      ],
    ]);
    expect(impact("### Financial losses\n\nWe paid credits.")).toEqual(["[revenue] We paid credits."]);
  });

  it("reads a label as a section", () => {
    expect(read("**Impact**: 5 users for an hour\n").impact.map((each) => each.text)).toEqual(["5 users for an hour"]);
  });

  it.each([
    "15 % of requests failed",
    "about 1,200 users",
    "for 45 minutes",
    "three regions",
    "half of the traffic",
    "2000 users",
    "P99 rose to 32s",
    "10,000€",
  ])("measures: %s", (text) => {
    expect(impact(text)[0]).toMatch(/^\[\]! /);
  });
  it.each([
    ...[
      "from 14:02 to 15:00",
      "since 2009",
      "on 2021-05-09",
      "on May 9th, 2021",
      "with HTTP 504 and 429 errors",
      "in v1.2.3",
      "in release 2.4.1",
    ],
    ...[
      "see #123",
      "SEV-2",
      "at 10.0.0.1",
      "many users",
      "see https://example.com/5",
      "the `retries=5` flag",
      "all users of EC2",
      "1st wave",
    ],
  ])("measures nothing: %s", (text) => {
    expect(impact(text)[0]).toMatch(/^\[\] /);
  });
});

describe("causes", () => {
  it("come from the cause and the contributing factors", () => {
    const text =
      "## Root cause\n\n**Configuration change**: the pool was 10.\n\n## Contributing factors\n\n- No alert (observability gap)\n";
    expect(read(text).causes.map((each) => each.category)).toEqual(["configuration-change", "observability-gap"]);
  });
  it("take ids, groups before ids, labels and aliases, in any case", () => {
    expect(
      causes(
        "- capacity: disk\n- **Latent cause** (software/bug): leak\n- DNS – stale record\n- Thundering herd: retries",
      ),
    ).toEqual([
      ...[
        "[capacity] capacity: disk",
        "[bug] Latent cause (software/bug): leak",
        "[network-dns] DNS – stale record",
        "[retry-storm] Thundering herd: retries",
      ],
    ]);
  });
  it("take the article's sub-headings", () => {
    expect(causes("### Software bugs\n\nA race.\n\n### User behavior\n\nMany logins.")).toEqual([
      "[bug] A race.",
      "[traffic-spike] Many logins.",
    ]);
  });
  it("do not end a sentence at an abbreviation or in a number", () => {
    expect(causes("It failed, e.g. at 1.5 GB. Then it restarted.").length).toBe(2);
  });
});

describe("restoration", () => {
  it("reads steps and their kinds", () => {
    expect(
      restoration("1. 14:31 (rollback): previous release\n2. **Failover**: promoted the replica\n3. We restarted it"),
    ).toEqual([
      ...[
        "[rollback] 14:31 (rollback): previous release",
        "[failover] Failover: promoted the replica",
        "[] We restarted it",
      ],
    ]);
  });
  it("reads events of the timeline that name a kind, too", () => {
    const text = "## Timeline\n\n- 14:31 UTC (rollback): previous release\n- 14:40 UTC we restarted\n";
    expect(read(text).restoration.map((each) => each.category)).toEqual(["rollback"]);
  });
});

describe("what a statement is worth", () => {
  it("tells stated, doubted and excluded causes apart, and evidence", () => {
    const body =
      "- The disk was full ([graph](https://example.com/g)).\n- Perhaps the migration.\n- DNS was ruled out.\n- The broker stopped.";
    expect(read(`## Root cause\n\n${body}\n`).causes.map((each) => `${each.confidence} ${each.hasEvidence}`)).toEqual([
      "asserted true",
      "hedged false",
      "ruled-out false",
      "asserted false",
    ]);
  });

  it("reads the category that a label asks for", () => {
    expect(causes("The disk was full.\n\n**Category:** capacity")).toEqual([
      "[] The disk was full.",
      "[capacity] Category: capacity",
    ]);
  });

  it("keeps the time of a step that begins with one", () => {
    const steps = read("## Resolution\n\n- 14:31 rolled back\n- restarted it\n").restoration;
    expect(steps.map(({ time }) => time)).toEqual(["14:31", undefined]);
  });

  it("reads type, priority and status of actions", () => {
    const table =
      "| Type | Action | Owner | Priority | Status |\n|-|-|-|-|-|\n| Detect | Alert on disks | kim | P1 | In progress |";
    const list =
      "### Prevention\n\n- Limit the queue [Priority: High]\n- Document the limit\n\n### Broker\n\n- Move it";
    const told = (body: string) =>
      read(`## Action items\n\n${body}\n`).actions.map(({ type, priority, status }) => [type, priority, status]);
    expect(told(table)).toEqual([["detect", "P1", "In progress"]]);
    expect(told(list)).toEqual([
      ["prevent", "High", undefined],
      ["document", undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });
});

describe("a document without a section", () => {
  it("has empty lists, no failure", () => {
    expect(read("")).toMatchObject({
      timeline: undefined,
      impact: [],
      causes: [],
      restoration: [],
      actions: [],
      actionSections: [],
    });
  });
});
