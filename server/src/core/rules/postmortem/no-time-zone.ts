import { defineRule, type Fix } from "../rule.ts";
import { withLineBreaksOf } from "../support/line-break.ts";

/** PM011. */
export const noTimeZone = defineRule({
  docs: {
    what: "Reports a timeline with at least two times and no time zone: neither at an entry, nor in the table's header, the heading, a sentence, or the document's fields. Silent where the configuration sets `timeZone`.",
    why: "Logs, chats and dashboards that a reader wants to lay beside the timeline each have their own zone. Two of five real timelines leave theirs to be guessed, and the guess is an hour off twice a year.",
    references: ["https://response.pagerduty.com/after/post_mortem_process/"],
    examples: [
      {
        title: "Whose 14:02?",
        bad: `# Messages delayed on 2025-01-31

## Timeline

- 14:02 First delayed message
- 14:47 Queue empty
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

- 14:02 First delayed message
- 14:47 Queue empty
`,
      },
      {
        title: "Stated once, in the heading",
        good: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 14:02 First delayed message
- 14:47 Queue empty
`,
      },
    ],
  },
  code: "PM011",
  name: "no-time-zone",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document, timeZone }) {
    const { timeline } = document;
    if (timeline === undefined || timeZone !== undefined || timeline.zones.length > 0) return;
    const timed = timeline.events.filter((event) => event.minutes !== undefined);
    if (timed.length < 2 || timeline.events.some((event) => event.zone !== undefined)) return;
    const { section } = timeline;
    const { text } = document.syntax;
    // It asserts what only the authors know, so it is for them to apply.
    const state: Fix = {
      title: 'State "All times are UTC."',
      safety: "unsafe",
      edits: [
        {
          range: { start: section.heading.end, end: section.heading.end },
          newText: withLineBreaksOf(text, "\n\nAll times are UTC."),
        },
      ],
    };
    yield {
      range: section.heading,
      message: `The ${timed.length} times of this timeline have no time zone (first: "${timed[0]?.timeText}"). State it once, in the heading or above the first entry.`,
      fixes: section.origin === "heading" ? [state] : [],
    };
  },
});
