import { describe, expect, it } from "vitest";
import { readDocument } from "../read-document.ts";
import type { Timeline } from "../timeline.ts";

function timeline(
  body: string,
  { heading = "## Timeline", top = "# Outage\n", path = "app/postmortems/x.md" } = {},
): Timeline | undefined {
  const document = readDocument({ text: `${top}\n${heading}\n\n${body}\n\n## Lessons learned\n\nx\n`, path });
  return document.kind === "postmortem" ? document.timeline : undefined;
}

/** The events as `date time zone: text`; `?` for what is not known. */
function events(body: string, options?: Parameters<typeof timeline>[1]): string[] {
  return (timeline(body, options)?.events ?? []).map((event) =>
    [event.date ?? "?", event.timeText || "-", `${event.zone ?? "?"}:`, event.text].join(" "),
  );
}

/** Pairs of times that go back within a group. */
function stepsBack(body: string, options?: Parameters<typeof timeline>[1]): string[] {
  const back: string[] = [];
  const last = new Map<number, { order: number; timeText: string }>();
  for (const { order, group, timeText } of timeline(body, options)?.events ?? []) {
    if (order === undefined) continue;
    const before = last.get(group);
    if (before && order < before.order) back.push(`${timeText} after ${before.timeText}`);
    last.set(group, { order, timeText });
  }
  return back;
}

describe("readTimeline reads the four forms", () => {
  const expected = ["? 14:02 UTC: Alert", "? 14:10 UTC: Rollback"];
  it.each([
    ["a table", "| Time (UTC) | Event |\n| --- | --- |\n| 14:02 | Alert |\n| 14:10 | Rollback |"],
    ["a table without closing pipes", "| Time (UTC) | Event |\n|---|---\n| 14:02 | Alert\n| 14:10 | Rollback"],
    ["bullets", "- **14:02 UTC** - Alert\n- **14:10 UTC** – Rollback"],
    ["an ordered list", "1. 14:02 UTC: Alert\n2. 14:10 UTC: Rollback"],
    ["brackets", "All times in UTC\n\n* [14:02] Alert\n* [14:10] Rollback"],
    ["a line a paragraph", "14:02 UTC: Alert\n\n14:10 UTC: Rollback"],
    ["lines of one paragraph", "14:02 UTC Alert\n14:10 UTC Rollback"],
    ["headings", "All times are UTC.\n\n### 14:02\n\nAlert\n\n### 14:10\n\nRollback"],
    ["CRLF", "- 14:02 UTC: Alert\r\n- 14:10 UTC: Rollback"],
  ])("%s", (name, body) => {
    expect(events(body)).toEqual(name === "headings" ? ["? 14:02 UTC: ", "? 14:10 UTC: "] : expected);
  });

  it("takes the text behind a line for its own, up to the next time", () => {
    expect(events("14:02 UTC: Alert\nfor the second time\n14:10 UTC: Rollback")[0]).toBe(
      "? 14:02 UTC: Alert for the second time",
    );
  });

  it("keeps a label in front of the time", () => {
    expect(events("- **Detection**: 14:02 UTC - Alert")).toEqual(["? 14:02 UTC: Detection: Alert"]);
  });

  it("reads day, date and time from columns of their own, with the header's year and zone", () => {
    const table =
      "| Day | Date (2021) | Time (PT) | Event |\n|-|-|-|-|\n| Sun | Oct 31 | 21:33 | x |\n| Mon | Nov 1 | 01:00 | y |";
    expect(events(table)).toEqual(["2021-10-31 21:33 PT: x", "2021-11-01 01:00 PT: y"]);
  });

  it("finds the time in the first columns where no header names it", () => {
    expect(events("| Phase | | What |\n|-|-|-|\n| Detect | 14:02 | Alert |")).toEqual(["? 14:02 ?: Detect | Alert"]);
  });

  it("says nothing of fields, prose and links without a time", () => {
    expect(
      events(
        "A full list is on [our status page](https://example.com).\n\n**Duration:** 18:00 to 19:12 UTC\n\n- Initial deploy: white screen",
      ),
    ).toEqual([]);
  });

  it("is undefined without a section, and without events in an empty one", () => {
    const document = readDocument({ text: "# T\n\n## Impact\n", path: "app/postmortems/x.md" });
    expect(document.kind === "postmortem" && document.timeline).toBeUndefined();
    expect(timeline("")?.events).toEqual([]);
  });
});

describe("readTimeline reads the notations of time", () => {
  it.each([
    ["14:02", 842],
    ["14:02:30", 842.5],
    ["9:05", 545],
    ["2:02 PM", 842],
    ["2:02pm", 842],
    ["02:02 p.m.", 842],
    ["12:15 AM", 15],
    ["12:15 PM", 735],
    ["13:06 PM", 786],
    ["7am", 420],
    ["14h02", 842],
    ["~14:02", 842],
    ["14:02–14:30", 842],
    ["2021-03-31T14:02:00Z", 842],
    ["2021-03-31 14:02", 842],
    ["At 14:02", 842],
    ["ca. 14:02", 842],
  ])("%s", (written, minutes) => {
    expect(timeline(`- ${written}: x`)?.events.map((event) => event.minutes)).toEqual([minutes]);
  });

  it("believes HH.MM where there are three, and HHMM where there are two", () => {
    expect(events("- 14.02 a\n- 14.10 b")).toEqual([]);
    expect(events("- 14.02 a\n- 14.10 b\n- 14.20 c").length).toBe(3);
    expect(events("- 1402 a")).toEqual([]);
    expect(events("- 1402 a\n- 1410 b").length).toBe(2);
  });

  it("takes versions, tickets and percentages for no times", () => {
    expect(
      events("- 1.27.10 released\n- #2212 merged\n- #1410 merged\n- 14.5 % failed\n- 10.0.0.1 down\n- 2.30 x\n"),
    ).toEqual([]);
  });

  it("says what looks like a time and is none", () => {
    expect(timeline("- 25:10 x")?.events[0]).toMatchObject({ timeText: "25:10", minutes: undefined, order: undefined });
  });
});

describe("readTimeline places dates", () => {
  it("inherits from the line, list item or sub-heading above", () => {
    const expected = ["2021-10-30 14:02 ?: a", "2021-10-31 09:00 ?: b"];
    expect(events("_10/30/2021_\n\n14:02: a\n\n_10/31/2021_\n\n09:00: b")).toEqual(expected);
    expect(events("- 2021-10-30\n  - 14:02: a\n- 2021-10-31\n  - 09:00: b")).toEqual(expected);
    expect(events("### 2021-10-30\n\n- 14:02: a\n\n### October 31, 2021 - Second day\n\n- 09:00: b")).toEqual(expected);
  });

  it("inherits from the heading, the intro, the metadata, the title and the file's name", () => {
    const expected = ["2021-10-30 14:02 ?: a"];
    expect(events("- 14:02: a", { heading: "## Timeline Saturday Oct 30th 2021" })).toEqual(expected);
    expect(events("All events happened on 2021-10-30.\n\n- 14:02: a")).toEqual(expected);
    expect(events("- 14:02: a", { top: "# Outage\n\n**Date**: 2021-10-30\n" })).toEqual(expected);
    expect(events("- 14:02: a", { top: "# 2021-10-30 Outage\n" })).toEqual(expected);
    expect(events("- 14:02: a", { path: "app/postmortems/2021-10-30-x.md" })).toEqual(expected);
  });

  it("carries over midnight", () => {
    expect(events("- 2021-10-31 23:50: a\n- 00:10: b\n- 00:20: c")).toEqual([
      ...["2021-10-31 23:50 ?: a", "2021-11-01 00:10 ?: b", "2021-11-01 00:20 ?: c"],
    ]);
  });

  it("tells day and month apart by the other dates, and leaves the date open when nothing tells", () => {
    expect(events("- 04-03-2026 14:02 a\n- 23-03-2026 14:02 b")[0]).toBe("2026-03-04 14:02 ?: a");
    expect(events("- [03-26 17:40] a\n- [03-27 02:00] b", { path: "app/postmortems/2019-03-26.md" })[0]).toBe(
      "2019-03-26 17:40 ?: a",
    );
    const [open] = timeline("- 04-03-2026 14:02 a")?.events ?? [];
    expect(open).toMatchObject({ date: undefined, hasOwnDate: true, order: undefined });
  });

  it("keeps a broken date's event, without a date", () => {
    expect(events("- 20202-01-16 12:00 a")).toEqual(["? 12:00 ?: a"]);
  });

  it("takes a date alone for an event when it says something", () => {
    expect(events("2021-05-08 - merged\n\n2021-06-16 - released")).toEqual([
      "2021-05-08 - ?: merged",
      "2021-06-16 - ?: released",
    ]);
  });
});

describe("readTimeline finds the zone", () => {
  it.each([
    ["the entry", "- 14:02 CEST: a", {}, "CEST"],
    ["the column", "| Date and time in CET | Event |\n|-|-|\n| 14:02 | a |", {}, "CET"],
    ["the heading", "- 14:02: a", { heading: "## Timeline (all times PST)" }, "PST"],
    ["a sentence", "All times in Central European Time (CET)\n\n- 14:02: a", {}, "Central European Time"],
    ["an offset", "All times in GMT+2\n\n- 14:02: a", {}, "GMT+2"],
    ["a region", "Times are in Europe/Zurich.\n\n- 14:02: a", {}, "Europe/Zurich"],
    ["the metadata", "- 14:02: a", { top: "# T\n\n**Time zone**: JST\n" }, "JST"],
    ["nowhere", "- 14:02: a", {}, undefined],
  ])("in %s", (_, body, options, zone) => {
    const found = timeline(body, options);
    expect(found?.events[0]?.zone).toBe(zone);
    expect(found?.zones.map((each) => each.name)).toEqual(zone === undefined ? [] : [zone]);
  });

  it("prefers the entry's", () => {
    expect(events("All times in PST\n\n- 14:02 UTC: a\n- 06:10: b")).toEqual(["? 14:02 UTC: a", "? 06:10 PST: b"]);
  });

  it("takes a second time in brackets for an aside", () => {
    expect(timeline("- 18:11 (UTC 09:11): a")?.events[0]?.zone).toBeUndefined();
  });
});

describe("readTimeline orders events: real steps back stay", () => {
  it.each([
    ["by hours", "- 15:33 a\n- 13:40 b", ["13:40 after 15:33"]],
    ["in the evening", "- 23:21 a\n- 21:31 b", ["21:31 after 23:21"]],
    ["by minutes", "- 22:40 a\n- 22:06 b", ["22:06 after 22:40"]],
    ["within one day that both state", "- 2019-03-26 23:04 a\n- 2019-03-26 02:50 b", ["02:50 after 23:04"]],
    ["of dates", "- 2021-12-01 a\n- 2021-01-28 b", [" after "]],
    ["of headings", "### 14:49\n\n### 14:43\n", ["14:43 after 14:49"]],
  ])("%s", (_, body, back) => {
    expect(stepsBack(body)).toEqual(back);
  });
});

describe("readTimeline orders events: what only looks like a step back", () => {
  it.each([
    [
      "a date behind the time",
      "12:45 PM PST Saturday Oct 30th: a\n\n23:00 PM PST Saturday Oct 30th: b\n\n03:30 AM PST Sunday Oct 31st: c",
    ],
    [
      "a date alone on its line, one of them broken",
      "_4/21/23_\n\n2:57 PM: a\n\n_4/24/23_\n\n~9:00 AM: b\n\n-4/25/23_\n\n8:41 AM: c",
    ],
    [
      "am and pm on a clock of 24 hours",
      "_7/5/2023_\n\n12:18 PM: a\n\n13:06 PM: b\n\n18:41 PM: c\n\n_7/6/23_\n\n07:05 AM: d",
    ],
    [
      "several incidents under sub-headings",
      "### First\n\n- 21:45 UTC a\n- 23:28 UTC b\n\n### Second\n\n- 18:00 UTC c",
    ],
    ["a day without a time beside times of that day", "- 2023-11-02 10:00 a\n- 2023-11-02 b\n- 2023-11-02 11:00 c"],
    ["two tables", "| Time | Event |\n|-|-|\n| 14:02 | a |\n\n| Time | Event |\n|-|-|\n| 09:00 | b |"],
    ["numbers of pull requests", "- 14:02 a\n- #1212 merged\n- 14:10 b"],
    ["midnight", "- 22:00 a\n- 23:50 b\n- 00:10 c\n- 09:00 d"],
    ["the morning after", "- 19:30 a\n- 08:15 b"],
    ["afternoon on a clock of 12 hours", "- 11.30 a\n- 12.56 b\n- 1.00 c\n- 2.10 d"],
    ["another zone", "- 14:02 UTC a\n- 15:05 CET b\n- 09:10 EST c"],
    ["daylight saving of a named zone", "- 2021-03-14 01:50 PST a\n- 2021-03-14 03:05 PDT b"],
    ["the same minute with and without seconds", "- 23:28:20 a\n- 23:28 b"],
  ])("%s", (_, body) => {
    expect(stepsBack(body)).toEqual([]);
  });
});
