import { describe, expect, test } from "vitest";
import { applyFixes } from "../../server/src/core/fixes/apply-fixes.ts";
import { check } from "./check.ts";

const PM = "postmortems/a.md";
const RB = "runbooks/a.md";

/** Messages of one rule, up to their first sentence's end. */
function said(code: string, text: string, path = PM, options?: unknown): readonly string[] {
  const rules = { [code]: { severity: "warning" as const, options } };
  return check(text, { path, only: code, configuration: options === undefined ? {} : { rules } }).map(
    ({ message }) => message.split(/[.:] (?=[A-Z])/)[0] ?? "",
  );
}

/** The text with the first fix of each finding of one rule. */
function fixed(code: string, text: string, path = PM): string {
  return applyFixes(text, check(text, { path, only: code }), "unsafe").text;
}

describe("PM001 no-date", () => {
  test.each([
    ["a file's name", "# A\n\n## Impact\n\nx\n", "postmortems/2025-01-31-a.md"],
    ["a folder's name", "# A\n\n## Impact\n\nx\n", "postmortems/2025/01/a.md"],
    ["a month in the title", "# Outage of January 2025\n\n## Impact\n\nx\n", PM],
    ["a timeline", "# A\n\n## Timeline\n\n- 2025-01-31 14:02 a\n- 14:10 b\n", PM],
    ["a field to be filled in", "# A\n\n**Date**: TBD\n\n## Impact\n\nx\n", PM],
    ["a guide among the incidents", "# When it is down\n\nCall us.\n", "incidents/a.md"],
  ])("%s is enough", (_name, text, path) => expect(said("PM001", text, path)).toEqual([]));

  test("the date goes into the front matter where there is one", () => {
    expect(fixed("PM001", "---\nseverity: SEV-2\n---\n\n# A\n\n## Impact\n\nx\n")).toContain(
      '---\ndate: "TODO: the day of the incident"\nseverity: SEV-2\n',
    );
  });
});

describe("PM002 stale-draft", () => {
  const draft = (status: string, date: string) => `# A\n\n**Date**: ${date}\n**Status**: ${status}\n`;
  test("counts from the incident's last date to today, 2025-02-01", () => {
    expect(said("PM002", draft("Draft", "2025-01-10"))).toEqual(['Still "Draft" 22 days after 2025-01-10']);
    expect(said("PM002", draft("Draft", "2025-01-25"))).toEqual([]);
    expect(said("PM002", draft("Draft", "2025-01-25"), PM, { days: 3 })).toHaveLength(1);
  });
  test("actions in progress are no draft", () => {
    expect(said("PM002", draft("Action items in progress", "2024-01-10"))).toEqual([]);
    expect(said("PM002", draft("Draft", "unknown"))).toEqual([]);
  });
});

describe("PM003 duration-mismatch", () => {
  const fields = (duration: string, from = "2025-01-31 14:02 UTC", to = "2025-01-31 15:17 UTC") =>
    `# A\n\n**Started**: ${from}\n**Resolved**: ${to}\n**Duration**: ${duration}\n`;
  test.each([
    ["exact", "75 minutes"],
    ["five minutes off", "80 min"],
    ["rounded", "1 hour 15 minutes"],
    ["about", "about 3 hours"],
    ["at least", "more than 30 minutes"],
    ["two amounts", "45 minutes in full, 30 minutes in part"],
    ["unknown", "unknown"],
  ])("%s is right, or not for us to say", (_name, duration) => {
    expect(said("PM003", fields(duration))).toEqual([]);
  });
  test("a claim that does not fit, in the units that it is written in", () => {
    expect(fixed("PM003", fields("45 minutes"))).toContain("**Duration**: 75 minutes");
    expect(fixed("PM003", fields("45m"))).toContain("**Duration**: 1 hour 15 minutes");
    expect(fixed("PM003", fields("3 hours", "2025-01-31 22:00 UTC", "2025-02-01 03:00 UTC"))).toContain("5 hours");
  });
  test("clock times beside it count for themselves, over midnight too", () => {
    expect(said("PM003", "# A\n\n**Duration**: 45 minutes (23:40–00:25)\n")).toEqual([]);
    expect(said("PM003", "# A\n\n**Duration**: 45 minutes (14:02 - 15:17)\n")).toHaveLength(1);
    expect(fixed("PM003", "# A\n\n**Duration**: 45 minutes (14:02 - 15:17)\n")).toContain("75 minutes (14:02 - 15:17)");
  });
  test("a time to detect is checked against the timeline's own words; no words, no finding", () => {
    const text = (claim: string, first: string) =>
      `# A on 2025-01-31\n\n**Time to detect**: ${claim}\n\n## Timeline (UTC)\n\n- 14:02 ${first}\n- 14:22 Detected: alert\n`;
    expect(said("PM003", text("20 minutes", "Outage begins"))).toEqual([]);
    expect(said("PM003", text("40 minutes", "Outage begins"))).toHaveLength(1);
    expect(said("PM003", text("40 minutes", "Deployed 1.2"))).toEqual([]);
  });
  test("working hours are counted where the team says so", () => {
    const text = fields("2 hours", "2025-01-31 16:30 UTC", "2025-02-03 10:30 UTC");
    expect(said("PM003", text)).toHaveLength(1);
    expect(said("PM003", text, PM, { workingHours: "09:00-17:00" })).toEqual([]);
  });
});

describe("PM017 missing-phase", () => {
  const timeline = (...events: readonly string[]) =>
    `# A\n\n## Timeline\n\n${events.map((each) => `- ${each}\n`).join("")}`;
  test("names what is missing", () => {
    expect(said("PM017", timeline("14:02 a", "14:10 b", "14:20 c"))).toEqual([
      "The timeline does not tell when somebody noticed the incident, nor when it was over",
    ]);
  });
  test("a section on detection, a field, or fewer than three times are enough", () => {
    const text = timeline("14:02 a", "14:10 b", "14:20 Service restored");
    expect(said("PM017", text)).toHaveLength(1);
    expect(said("PM017", `${text}\n## Detection\n\nBy a customer.\n`)).toEqual([]);
    expect(said("PM017", timeline("14:02 a", "14:10 b"))).toEqual([]);
  });
});

describe("PM019 timeline-gap", () => {
  test("is counted over midnight, and in hours that can be set", () => {
    const text = "# A\n\n## Timeline\n\n- 23:02 a\n- 01:40 b\n";
    expect(said("PM019", text, PM, {})).toEqual(["Nothing for 2 h 38 min: from 23:02 to 01:40"]);
    expect(said("PM019", text, PM, { hours: 3 })).toEqual([]);
  });
});

describe("DOC015 invalid-date", () => {
  test.each([
    ["a version", "Fixed in 2021.13.45 and 1.27.101.\n"],
    ["a path", "See logs/2021-13-45/x and build-2021-02-30-a.\n"],
    ["a number before a word", "0 may mean that 45 march on.\n"],
    ["code", "Run `date -d 2021-02-30`.\n"],
  ])("%s is no date", (_name, text) => expect(said("DOC015", `# A\n\n${text}`)).toEqual([]));
  test("a slip is one in prose too, and may be mended", () => {
    expect(said("DOC015", "# A\n\nOn 31 June 2021 it broke.\n")).toEqual([
      '"31 June 2021" is no date: there is no such day',
    ]);
    expect(fixed("DOC015", "# A\n\n**Date**: 20211-01-16\n\nSince 2021-01-15.\n")).toContain("**Date**: 2021-01-16");
    expect(said("DOC015", "# A\n\n## Timeline\n\n- 11/03/202 - a\n- 11/04/2022 - b\n")).toHaveLength(1);
  });
});

describe("DOC016 ambiguous-date", () => {
  test("the document's own date tells which; two equal numbers need no telling", () => {
    expect(said("DOC016", "# A\n\n**Date**: 2025-07-05\n\nSince 04/07/2025.\n")).toEqual([]);
    expect(said("DOC016", "# A\n\nOn 04/04/2025.\n")).toEqual([]);
    expect(said("DOC016", "# A\n\nOn 04/03/2025 and 05/03/2025.\n")).toHaveLength(1);
  });
});

describe("DOC017 unknown-severity", () => {
  test.each(["SEV2", "P1 - Critical", "🔴 Critical", "S3", "TBD", "n/a", "low", "we don't rate such incidents at all"])(
    "%s is left alone",
    (value) => expect(said("DOC017", `# A\n\n**Severity**: ${value}\n`)).toEqual([]),
  );
  test("what is on no scale is not", () => {
    expect(said("DOC017", "---\nseverity: gold\n---\n\n# A\n")).toHaveLength(1);
  });
});

describe("DOC018 missing-metadata", () => {
  test("asks only documents that write fields", () => {
    expect(said("DOC018", "# A\n\n## Impact\n\nx\n", "postmortems/2025-01-31-a.md")).toEqual([]);
    expect(said("DOC018", "# A\n\n**Severity**: SEV-2\n")).toEqual([
      "This postmortem does not say its status and owner",
    ]);
  });
  test("a section of attendees names people, `draft` is a status, a label further down counts", () => {
    const text =
      "---\ndraft: false\ndate: 2025-01-31\n---\n\n# A\n\n## Attendees\n\nAnn\n\n## Impact\n\n**Severity:** major\n";
    expect(said("DOC018", text)).toEqual([]);
  });
  test("other fields can be asked for, of runbooks too", () => {
    expect(said("DOC018", "---\nowner: ann\n---\n\n# A\n", RB, { runbook: ["severity"] })).toHaveLength(1);
  });
});

describe("DOC019 review-overdue", () => {
  const reviewed = (date: string, every: string) => `---\nlast_reviewed_on: ${date}\nreview_in: ${every}\n---\n\n# A\n`;
  test.each([
    ["2024-08-02", "6 months", 0],
    ["2024-07-31", "6 months", 1],
    ["2024-11-30", "3 months", 0],
    ["2023-02-28", "1 year", 1],
    ["2025-01-01", "30 days", 1],
    ["2025-01-01", "now and then", 0],
  ])("%s and %s: %d findings on 2025-02-01", (date, every, count) => {
    expect(said("DOC019", reviewed(date, every), RB)).toHaveLength(count);
  });
  test("an interval for documents that state none comes from the configuration", () => {
    const text = "---\nreviewed: 2023-01-01\n---\n\n# A\n";
    expect(said("DOC019", text, RB)).toEqual([]);
    expect(said("DOC019", text, RB, { every: "12 months" })).toHaveLength(1);
  });
});

describe("DOC021 no-owner", () => {
  test("asks runbooks that write fields and name nobody", () => {
    const text = "---\nseverity: SEV-3\n---\n\n# A\n\n## Steps\n\n1. Restart it.\n";
    expect(said("DOC021", text, RB)).toHaveLength(1);
    expect(said("DOC021", `${text}\nAsk #storage-help.\n`, RB)).toEqual([]);
    expect(said("DOC021", "# A\n\n## Steps\n\n1. Restart it.\n", RB)).toEqual([]);
  });
});
