import type { TimelineEvent } from "../../model/timeline.ts";
import { defineRule, type Fix } from "../rule.ts";
import { formatClock } from "../support/clock.ts";
import { groupBy } from "../support/group-by.ts";

const NAMES = { colon: "14:02", half: "2:02 pm", dotted: "14.02", compact: "1402", letter: "14h02" } as const;

/** PM018. */
export const mixedTimeFormats = defineRule({
  docs: {
    what: "Reports a timeline that writes its times in several notations: `14:02`, `2:02 pm`, `14.02`, `1402`. Seconds may be there or not. The fix writes all with a colon and 24 hours, unless one of them could be before or after noon.",
    why: "Equal notation lets the eye compare, and lets search and sort work.",
    examples: [
      {
        title: "Two notations",
        bad: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 14:02 First delayed message
- 2:47 pm Queue empty
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 14:02 First delayed message
- 14:47 Queue empty
`,
      },
      {
        title: "One notation",
        good: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 14:02 First delayed message
- 14:47:30 Queue empty
`,
      },
    ],
  },
  code: "PM018",
  name: "mixed-time-formats",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "safe",
  *check({ document }) {
    const events = (document.timeline?.events ?? []).filter(({ minutes }) => minutes !== undefined);
    const groups = [...groupBy(events, notationOf)].sort(([, a], [, b]) => b.length - a.length);
    const [most, ...others] = groups;
    const [first] = others.flatMap(([, odd]) => odd).sort((a, b) => a.range.start - b.range.start);
    if (most === undefined || first === undefined) return;
    const isUnclear = (event: TimelineEvent): boolean => notationOf(event) !== "half" && (event.minutes ?? 0) < 780;
    const hasHalf = groups.some(([notation]) => notation === "half");
    const rewrite: Fix = {
      title: "Write all times as HH:MM",
      safety: "safe",
      edits: events
        .filter((event) => notationOf(event) !== "colon")
        .map((event) => ({ range: event.timeRange, newText: formatClock(event.minutes ?? 0) })),
    };
    yield {
      range: first.timeRange,
      message: `The timeline writes times in ${groups.length} ways (${groups.map(([notation]) => NAMES[notation]).join(", ")}): "${first.timeText}" is not like most. Write all as HH:MM.`,
      fixes: (hasHalf && events.some(isUnclear)) || events.some(({ isAfternoon }) => isAfternoon) ? [] : [rewrite],
    };
  },
});

function notationOf({ timeText }: TimelineEvent): keyof typeof NAMES {
  if (/[ap]\.?m/i.test(timeText)) return "half";
  if (timeText.includes(":")) return "colon";
  if (/\dh\d/i.test(timeText)) return "letter";
  return timeText.includes(".") ? "dotted" : "compact";
}
