import type { TimelineEvent } from "../../model/timeline.ts";
import { defineRule } from "../rule.ts";
import { sortTimeline } from "../support/sort-timeline.ts";

/** PM014. */
export const timelineGoesBack = defineRule({
  docs: {
    what: "Reports an event of a timeline that stands behind a later one. Dates are carried from entry to entry and over midnight, zones are reckoned in; each table, list or sub-heading with its own story is read by itself. A timeline that runs backwards throughout is taken for one with the newest entry first.",
    why: "Either the order is wrong or one of the times is: a typo moves the begin of an incident, and every duration that is counted from it.",
    examples: [
      {
        title: "13:40 was typed for 15:40",
        bad: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

| Time | Event |
| --- | --- |
| 15:12 | First delayed message |
| 15:33 | Alert fired |
| 13:40 | Disk cleared |
| 15:47 | Queue empty |
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

| Time | Event |
| --- | --- |
| 13:40 | Disk cleared |
| 15:12 | First delayed message |
| 15:33 | Alert fired |
| 15:47 | Queue empty |
`,
      },
      {
        title: "Over midnight is not back",
        good: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

| Time | Event |
| --- | --- |
| 23:51 | First delayed message |
| 00:10 | Alert fired |
| 00:33 | Queue empty |
`,
      },
    ],
  },
  code: "PM014",
  name: "timeline-goes-back",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    for (const events of groups(document.timeline?.events ?? [])) {
      const { back, steps } = stepsBack(events);
      const [first] = back;
      // Most steps back: the newest entry stands first.
      if (first === undefined || (steps > 1 && back.length > steps / 2)) continue;
      const fix = sortTimeline(document.syntax.text, events);
      const more = back.length > 1 ? ` (and ${back.length - 1} more)` : "";
      yield {
        range: first.event.timeRange,
        message: `Timeline goes back in time: ${clock(first.event, first.before)} after ${clock(first.before, first.event)}${more}. Correct the time, or the order.`,
        related: [
          { range: first.before.timeRange, message: `${clock(first.before, first.event)} stands before it` },
          ...back.slice(1).map(({ event, before }) => ({
            range: event.timeRange,
            message: `Goes back too: ${clock(event, before)} after ${clock(before, event)}`,
          })),
        ],
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});

interface StepBack {
  readonly event: TimelineEvent;
  readonly before: TimelineEvent;
}

function groups(events: readonly TimelineEvent[]): readonly (readonly TimelineEvent[])[] {
  const byGroup = new Map<number, TimelineEvent[]>();
  for (const event of events) {
    const group = byGroup.get(event.group);
    if (group === undefined) byGroup.set(event.group, [event]);
    else group.push(event);
  }
  return [...byGroup.values()];
}

function stepsBack(events: readonly TimelineEvent[]): { readonly back: readonly StepBack[]; readonly steps: number } {
  const placed = events.filter((event) => event.order !== undefined);
  const back = placed.flatMap((event, index): StepBack[] => {
    const before = placed[index - 1];
    return before !== undefined && (event.order ?? 0) < (before.order ?? 0) ? [{ event, before }] : [];
  });
  return { back, steps: placed.length - 1 };
}

/** The time as written, with its date or its zone where that of the other event differs. */
function clock(event: TimelineEvent, other: TimelineEvent): string {
  const date = event.date !== undefined && event.date !== other.date ? event.date : "";
  const zone = event.zone !== undefined && event.zone !== other.zone ? event.zone : "";
  // A date without a time is its own text.
  const parts = date === event.timeText ? [date, zone] : [date, event.timeText, zone];
  return parts.filter((part) => part !== "" && !(part === zone && event.timeText.endsWith(zone))).join(" ");
}
