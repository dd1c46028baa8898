import { formatMinutes } from "../../core/facts/format-minutes.ts";
import { type IncidentTimes, incidentTimes } from "../../core/facts/incident-times.ts";
import type { Moment } from "../../core/facts/moment.ts";
import { PHASES, type Phase } from "../../core/facts/phases.ts";
import type { IncidentDocument, PostmortemDocument } from "../../core/model/document.ts";
import { type Range, touches } from "../../core/syntax/range.ts";
import type { HoverText } from "./sections.ts";

/** The fields that hold a time, or a duration between two. */
const KEYS = new Set<string>([...PHASES, "duration", "timeToDetect", "timeToMitigate", "timeToResolve"]);

/** On a field that tells when something happened or how long it took: what the document's times say together. */
export function fieldTimesHover(document: IncidentDocument, offset: number): HoverText | undefined {
  if (document.kind !== "postmortem") return undefined;
  const field = document.metadata.find(
    ({ key, keyRange, valueRange }) => KEYS.has(key) && (touches(keyRange, offset) || touches(valueRange, offset)),
  );
  const markdown = field && timesMarkdown(document);
  return field && markdown
    ? { range: { start: field.keyRange.start, end: field.valueRange.end }, markdown }
    : undefined;
}

/** What a hover on the title or on the timeline's heading has to add; undefined when no duration can be computed. */
export function timesAt(document: IncidentDocument, heading: Range): string | undefined {
  if (document.kind !== "postmortem") return undefined;
  const isTitle = document.outline.title?.heading === heading;
  const isTimeline = document.timeline?.section.heading.start === heading.start;
  return isTitle || isTimeline ? timesMarkdown(document) : undefined;
}

/** The durations, and each of the times that they come from with its place; undefined when there are none. */
function timesMarkdown(document: PostmortemDocument): string | undefined {
  const times = incidentTimes(document);
  const durations = [
    ["Time to detect", times.timeToDetect],
    ["Time to acknowledge", times.timeToAcknowledge],
    ["Time to mitigate", times.timeToMitigate],
    ["Time to restore", times.timeToRestore],
  ] as const;
  const known = durations.flatMap(([name, minutes]) =>
    minutes === undefined ? [] : [`**${name}** ${formatMinutes(minutes)}`],
  );
  const span = times.timeline;
  if (span !== undefined && span.minutes > 0) {
    known.push(`**Timeline** ${formatMinutes(span.minutes)}, ${span.first.text} to ${span.last.text}`);
  }
  if (known.length === 0) return undefined;
  const moments = PHASES.flatMap((phase) => momentLine(document, phase, times));
  return [known.join(" · "), moments.join("\n")].filter((part) => part !== "").join("\n\n");
}

function momentLine(document: PostmortemDocument, phase: Phase, times: IncidentTimes): readonly string[] {
  const moment = times[phase];
  if (moment === undefined) return [];
  const when = [moment.date, moment.source === "timeline" ? moment.text : clockOf(moment), moment.zone];
  const line = document.syntax.lines.lineAt(moment.range.start) + 1;
  const where = moment.source === "timeline" ? "timeline" : "field";
  return [`- ${phase}: ${when.filter((part) => part !== undefined).join(" ")} (${where}, line ${line})`];
}

function clockOf({ minutes }: Moment): string {
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${pad(minutes / 60)}:${pad(minutes % 60)}`;
}
