import { findDates } from "../../model/dates.ts";
import { defineRule } from "../rule.ts";

/** Dates as file names have them. */
const DATE_IN_NAME = /(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:[0-2]\d|3[01])(?!\d)/;
/** Spoken dates: they need a document that has one. */
const WEEKDAY = /\b(?:yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** PM012. */
export const timelineWithoutDate = defineRule({
  docs: {
    what: "Reports a timeline whose times have no date, neither of their own nor from a heading above, an introduction, the title, the fields, the file's name or any text before the timeline.",
    why: "A time of day without a day fits no log and no dashboard, and after a year nobody remembers which Tuesday it was.",
    examples: [
      {
        title: "14:02 of which day?",
        bad: `# Messages delayed

## Timeline (UTC)

- 14:02 First delayed message
- 14:47 Queue empty
`,
      },
      {
        title: "The heading has it",
        good: `# Messages delayed

## Timeline of 2025-01-31 (UTC)

- 14:02 First delayed message
- 14:47 Queue empty
`,
      },
    ],
  },
  code: "PM012",
  name: "timeline-without-date",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    const { timeline, syntax, path } = document;
    const timed = (timeline?.events ?? []).filter(({ minutes }) => minutes !== undefined);
    const [first] = timed;
    if (timeline === undefined || first === undefined || timed.length < 2) return;
    if (timeline.events.some(({ date, dateRange }) => date !== undefined || dateRange !== undefined)) return;
    if (DATE_IN_NAME.test(path)) return;
    const end = Math.max(...timeline.events.map(({ range }) => range.end));
    const before = syntax.text.slice(0, end);
    if (DATE_IN_NAME.test(before) || findDates(before).some(({ valid }) => valid)) return;
    const weekday = WEEKDAY.exec(before)?.[0];
    yield {
      range: timeline.section.heading,
      message: `The ${timed.length} times of this timeline have no date${weekday === undefined ? "" : ` ("${weekday}" is none)`} (first: "${first.timeText}"). Put the day into the heading, or before the first time.`,
    };
  },
});
