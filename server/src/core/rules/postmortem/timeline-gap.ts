import * as z from "zod";
import { formatMinutes } from "../../facts/format-minutes.ts";
import { placeTimeline } from "../../facts/timeline-moments.ts";
import { defineRule } from "../rule.ts";

const options = z.strictObject({
  hours: z.number().min(0.1).default(2).describe("Hours without an event that are a gap."),
});

/** PM019. */
export const timelineGap = defineRule({
  docs: {
    what: "Reports two events of a timeline that follow one another with more than two hours between them (option `hours`). Off by default: every second real timeline has such a gap, and most are nights.",
    why: "For a team that writes its timelines closely, a gap is where the search went astray or a shift ended: the part of the incident that there is most to learn from.",
    examples: [
      {
        title: "What happened from three to seven?",
        bad: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

- 14:02 Delivery slows down
- 14:59 Alert fired
- 19:10 Disk cleared
`,
      },
      {
        title: "Within two hours",
        good: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

- 14:02 Delivery slows down
- 14:59 Alert fired
- 16:10 Disk cleared
`,
      },
    ],
  },
  code: "PM019",
  name: "timeline-gap",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "none",
  options,
  *check({ document, options: { hours } }) {
    const placed = placeTimeline(document.syntax.text, document.timeline);
    for (const [index, { event, moment }] of placed.entries()) {
      const before = placed[index - 1];
      if (before === undefined || before.event.group !== event.group || before.moment.axis !== moment.axis) continue;
      const gap = moment.at - before.moment.at;
      if (gap <= hours * 60) continue;
      yield {
        range: event.timeRange,
        message: `Nothing for ${formatMinutes(gap)}: from ${before.event.timeText} to ${event.timeText}. Say what was tried, or why nothing was.`,
        related: [{ range: before.event.timeRange, message: "The event before" }],
      };
    }
  },
});
