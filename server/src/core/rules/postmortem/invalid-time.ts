import { defineRule } from "../rule.ts";

/** PM016. */
export const invalidTime = defineRule({
  docs: {
    what: "Reports a timeline's time that is no time of day: an hour above 24 or a minute above 59.",
    why: "It was meant to be another time, and every duration that is counted from it is wrong.",
    examples: [
      {
        title: "There is no 14:72",
        bad: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 14:02 First delayed message
- 14:72 Queue empty
`,
      },
      {
        title: "Midnight may be written 24:00",
        good: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 23:12 First delayed message
- 24:00 Queue empty
`,
      },
    ],
  },
  code: "PM016",
  name: "invalid-time",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "error",
  fix: "none",
  *check({ document }) {
    for (const event of document.timeline?.events ?? []) {
      if (event.minutes !== undefined || event.timeText === "") continue;
      yield {
        range: event.timeRange,
        message: `"${event.timeText}" is no time of day. Hours go to 23 (24:00 is midnight), minutes and seconds to 59.`,
      };
    }
  },
});
