import type { TimelineEvent } from "../../model/timeline.ts";
import type { Fix, TextEdit } from "../rule.ts";

/**
 * The fix that puts the events of one group in order: each place keeps its line breaks, the events' texts move. Undefined
 * where that would change more than the order: an event that has no time or whose date is inherited over midnight, events
 * inside each other, and headings, whose texts below don't move with them.
 */
export function sortTimeline(text: string, events: readonly TimelineEvent[]): Fix | undefined {
  const orders = events.map((event) => event.order);
  const first = events[0];
  if (first === undefined || first.form === "heading" || orders.some((order) => order === undefined)) return undefined;
  if (events.some((event) => event.form !== first.form)) return undefined;
  if (events.some((event, index) => index > 0 && event.range.start < (events[index - 1]?.range.end ?? 0)))
    return undefined;
  // A date that only the first event of a day carries would be taken along to another place.
  if (events.some((event) => event.hasOwnDate) && !events.every((event) => event.hasOwnDate)) return undefined;

  const sorted = events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => (a.event.order ?? 0) - (b.event.order ?? 0) || a.index - b.index);
  const edits = events.flatMap((event, index): TextEdit[] => {
    const moved = sorted[index]?.event;
    if (moved === undefined || moved === event) return [];
    return [{ range: event.range, newText: text.slice(moved.range.start, moved.range.end) }];
  });
  return { title: "Sort the timeline", safety: "unsafe", edits };
}
