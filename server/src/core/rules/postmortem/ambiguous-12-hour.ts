import type { TimelineEvent } from "../../model/timeline.ts";
import { defineRule, type Fix } from "../rule.ts";
import { formatClock } from "../support/clock.ts";

const NOON = 720;

/** PM015. */
export const ambiguous12Hour = defineRule({
  docs: {
    what: 'Reports a time that is read as one of the afternoon because it goes back (`1:10` after `12:56`) in a timeline without "am", "pm" and hours above 12.',
    why: "A reader in another country, or a tool, takes 1:10 for the night, and the incident lasts twelve hours longer or shorter than it did.",
    examples: [
      {
        title: "Ten past one, day or night?",
        bad: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 11:02 First delayed message
- 12:56 Alert fired
- 1:10 Queue empty
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 11:02 First delayed message
- 12:56 Alert fired
- 13:10 Queue empty
`,
      },
      {
        title: "With 24 hours there is one reading",
        good: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 11:02 First delayed message
- 13:10 Queue empty
`,
      },
    ],
  },
  code: "PM015",
  name: "ambiguous-12-hour",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "unsafe",
  *check({ document }) {
    const afternoon = (document.timeline?.events ?? []).filter(isReadAsAfternoon);
    const [first, ...others] = afternoon;
    if (first === undefined) return;
    const rewrite: Fix = {
      title: "Write the afternoon with 24 hours",
      safety: "unsafe",
      edits: afternoon.map((event) => ({
        range: event.timeRange,
        newText: formatClock((event.minutes ?? 0) + NOON, event.timeText.includes(".") ? "." : ":"),
      })),
    };
    yield {
      range: first.timeRange,
      message: `"${first.timeText}" may be ${formatClock(first.minutes ?? 0)} or ${formatClock((first.minutes ?? 0) + NOON)}: the time before it is later. Write the hours from 0 to 24.`,
      related: others.map(({ timeRange, timeText }) => ({ range: timeRange, message: `"${timeText}" is unclear too` })),
      fixes: [rewrite],
    };
  },
});

/** Whether the model placed the event half a day later than it is written. */
function isReadAsAfternoon({ minutes, isAfternoon }: TimelineEvent): boolean {
  return minutes !== undefined && isAfternoon;
}
