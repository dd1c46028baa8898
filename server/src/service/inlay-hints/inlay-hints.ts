import type { InlayHint } from "vscode-languageserver-types";
import { formatMinutes, shortMinutes } from "../../core/facts/format-minutes.ts";
import { type PlacedEvent, placeTimeline } from "../../core/facts/timeline-moments.ts";
import type { Range } from "../../core/syntax/range.ts";
import type { CheckedDocument } from "../checked-document.ts";

/**
 * Behind each time of a postmortem's timeline how long after the one before it is, and how long after the first:
 * `+39m (1h 5m)`. Only inside `within`; nothing at the first time of a group, at times that can't be compared with it, at
 * steps back, and in templates. Two times of the same minute need no hint.
 */
export function inlayHints({ document, lines }: CheckedDocument, within: Range): InlayHint[] {
  if (document?.kind !== "postmortem" || document.detected.isTemplate) return [];
  const placed = placeTimeline(document.syntax.text, document.timeline);
  const storyOf = ({ event, moment }: PlacedEvent): string => `${event.group} ${moment.axis}`;
  const firsts = new Map<string, PlacedEvent>();
  for (const one of placed) if (!firsts.has(storyOf(one))) firsts.set(storyOf(one), one);
  return placed.flatMap((one, index): InlayHint[] => {
    const { moment } = one;
    const { end } = moment.range;
    if (end < within.start || end > within.end) return [];
    const first = firsts.get(storyOf(one));
    const before = placed[index - 1];
    if (first === undefined || before === undefined || storyOf(before) !== storyOf(one)) return [];
    const step = moment.at - before.moment.at;
    const total = moment.at - first.moment.at;
    if (step <= 0 || total <= 0) return [];
    return [
      {
        position: lines.positionAt(end),
        label: before === first ? `+${shortMinutes(step)}` : `+${shortMinutes(step)} (${shortMinutes(total)})`,
        tooltip: tooltip(step, total, before, first),
        paddingLeft: true,
      },
    ];
  });
}

function tooltip(step: number, total: number, before: PlacedEvent, first: PlacedEvent): string {
  const since = `${formatMinutes(step)} after ${before.event.timeText}`;
  return before === first ? since : `${since}; ${formatMinutes(total)} after the first, ${first.event.timeText}`;
}
