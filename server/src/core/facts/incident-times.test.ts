import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../model/read-document.ts";
import { type IncidentTimes, incidentTimes } from "./incident-times.ts";
import { PHASES } from "./phases.ts";

function timesOf(text: string): IncidentTimes {
  const document = readDocument({ text, path: "postmortems/x.md" });
  if (document.kind !== "postmortem") throw new Error("not read as a postmortem");
  return incidentTimes(document);
}

/** What is known, in short: phases with their source and text, durations in minutes. */
function brief(text: string): string {
  const times = timesOf(text);
  const moments = PHASES.flatMap((phase) => {
    const moment = times[phase];
    return moment ? [`${phase} ${moment.source} ${moment.text}`] : [];
  });
  const { timeToDetect, timeToAcknowledge, timeToMitigate, timeToRestore } = times;
  const durations = Object.entries({ timeToDetect, timeToAcknowledge, timeToMitigate, timeToRestore }).flatMap(
    ([name, minutes]) => (minutes === undefined ? [] : [`${name} ${minutes}`]),
  );
  return [...moments, ...durations].join(", ");
}

const timeline = (rows: string): string => `# Outage on 2025-01-31\n\n## Timeline (UTC)\n\n${rows}\n`;

describe("incidentTimes", () => {
  it("reads fields", () => {
    expect(
      brief(
        "# Outage\n\n**Started**: 2025-01-31 14:02 UTC\n**Detected**: 2025-01-31 14:10 UTC\n**Resolved**: 2025-02-01 00:02 UTC\n",
      ),
    ).toBe(
      "started field 2025-01-31 14:02 UTC, detected field 2025-01-31 14:10 UTC, resolved field 2025-02-01 00:02 UTC, timeToDetect 8, timeToRestore 600",
    );
  });

  it("reads events that are labelled, in lists and tables, or that begin with the incident", () => {
    expect(brief(timeline("- 14:02 Outage begins\n- 14:10 **Detected**: alert fired\n- 14:47 Resolved"))).toBe(
      "started timeline 14:02, detected timeline 14:10, resolved timeline 14:47, timeToDetect 8, timeToRestore 45",
    );
    expect(
      brief(
        timeline(
          "| Time | Event | Phase |\n| --- | --- | --- |\n| 23:50 | Disk full | Start |\n| 00:05 | Mail came | Detection |\n| 00:20 | Disk cleared | Mitigated |",
        ),
      ),
    ).toBe(
      "started timeline 23:50, detected timeline 00:05, mitigated timeline 00:20, timeToDetect 15, timeToMitigate 30",
    );
    expect(
      brief(timeline("- 14:10 Issue detected as a result of alerts\n- 14:40 Target groups attached again (resolved)")),
    ).toBe("detected timeline 14:10, resolved timeline 14:40");
  });

  it("does not guess", () => {
    expect(
      brief(
        timeline("- 14:02 Deployed 1.2\n- 14:10 The team had detected odd numbers before\n- 14:47 Not resolved yet"),
      ),
    ).toBe("");
    // Without a date there is nothing to compare a field with.
    expect(brief("# Outage\n\n**Started**: 14:02\n**Resolved**: 15:02\n")).toBe("");
    expect(brief("# Outage\n\n**Started**: 2025-01-31\n")).toBe("");
    // The end before the begin.
    expect(
      timesOf("# Outage\n\n**Started**: 2025-01-31 14:02\n**Resolved**: 2025-01-31 13:02\n").timeToRestore,
    ).toBeUndefined();
  });

  it("reckons zones in, and compares nothing across a zone of unknown offset", () => {
    const fields = (start: string, end: string) =>
      timesOf(`# Outage\n\n**Started**: 2025-01-31 ${start}\n**Resolved**: 2025-01-31 ${end}\n`).timeToRestore;
    expect(fields("14:00 CET", "14:00 UTC")).toBe(60);
    expect(fields("14:00 CST", "15:00 CST")).toBe(60);
    expect(fields("14:00 CST", "15:00 UTC")).toBeUndefined();
  });

  it("takes the start from a field and the end from the timeline", () => {
    expect(
      timesOf("# Outage\n\n**Started**: 2025-01-31 14:02\n\n## Timeline (UTC)\n\n- 14:47 Resolved\n- 15:00 Mail sent\n")
        .timeToRestore,
    ).toBe(45);
  });

  it("knows what the timeline covers, and its longest gap", () => {
    const { timeline: span } = timesOf(timeline("- 14:02 a\n- 14:10 b\n- 15:02 c"));
    expect([span?.minutes, span?.longestGap?.from.text, span?.longestGap?.minutes]).toEqual([60, "14:10", 52]);
    expect(timesOf("# Outage\n").timeline).toBeUndefined();
  });

  it("answers for any text, with ranges inside it and no negative duration", () => {
    const part = fc.constantFrom(
      "- 14:02 Detected\n",
      "- 25:10 Resolved\n",
      "2025-01-31 ",
      "**Started**: ",
      "| 1:00 pm CET | x |\n",
      "## Timeline\n",
      "\r\n",
      "頃 ",
      "# A\n",
      "~",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 5 })), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const document = readDocument({ text, path: "postmortems/x.md" });
        if (document.kind !== "postmortem") return;
        const times = incidentTimes(document);
        for (const phase of PHASES) {
          const moment = times[phase];
          if (moment) expect(moment.range.end).toBeLessThanOrEqual(text.length);
        }
        expect(times.timeToRestore ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});
