import { dateOrderOf, findDates, isoDate } from "../model/dates.ts";
import type { PostmortemDocument } from "../model/document.ts";
import { readFieldMoment } from "./field-moment.ts";
import { type Moment, minutesBetween } from "./moment.ts";
import { type NamedPhase, PHASES, type Phase, phaseOf } from "./phases.ts";
import { type PlacedEvent, placeTimeline } from "./timeline-moments.ts";

/** When what happened, as far as a postmortem says, and what follows from it. All durations are in minutes. */
export interface IncidentTimes extends Readonly<Record<Phase, Moment | undefined>> {
  /** From started to detected. */
  readonly timeToDetect: number | undefined;
  /** From detected to acknowledged. */
  readonly timeToAcknowledge: number | undefined;
  /** From started to mitigated. */
  readonly timeToMitigate: number | undefined;
  /** From started to resolved: the total duration of the incident. */
  readonly timeToRestore: number | undefined;
  /** The whole timeline's first and last time and what lies between, where its events can be compared. */
  readonly timeline: TimelineSpan | undefined;
}

/** What a timeline covers, whatever its events mean. */
export interface TimelineSpan {
  readonly first: Moment;
  readonly last: Moment;
  readonly minutes: number;
  /** The longest time between two events that follow one another; undefined with fewer than two. */
  readonly longestGap: { readonly from: Moment; readonly to: Moment; readonly minutes: number } | undefined;
}

/**
 * Reads an incident's times: from its fields first, then from the events of its timeline that name a phase. What no field
 * and no event says stays undefined: the first row of a timeline need not be the start, nor the last the end.
 *
 * Of several events of one phase the first counts, for `resolved` the last; one that is labelled wins over one whose
 * words say so. A duration whose end lies before its begin is undefined.
 */
export function incidentTimes(document: PostmortemDocument): IncidentTimes {
  const { text } = document.syntax;
  const placed = placeTimeline(text, document.timeline);
  const moments = readMoments(document, placed);
  return {
    ...moments,
    timeToDetect: minutesBetween(moments.started, moments.detected),
    timeToAcknowledge: minutesBetween(moments.detected, moments.acknowledged),
    timeToMitigate: minutesBetween(moments.started, moments.mitigated),
    timeToRestore: minutesBetween(moments.started, moments.resolved),
    timeline: spanOf(placed),
  };
}

function readMoments(document: PostmortemDocument, placed: readonly PlacedEvent[]): Record<Phase, Moment | undefined> {
  const named = placed.flatMap(({ event, moment }) => {
    const phase = phaseOf(
      event.text === "" ? headingBody(document.syntax.text, event.range.start, event.range.end) : event.text,
    );
    return phase ? [{ ...phase, moment }] : [];
  });
  const inherited = inheritedBy(document);
  const read = (phase: Phase): Moment | undefined => {
    for (const field of document.metadata) {
      if (field.key !== phase) continue;
      const moment = readFieldMoment(document.syntax.text, field, inherited);
      if (moment !== undefined) return moment;
    }
    return fromTimeline(named, phase);
  };
  const [started, detected, acknowledged, mitigated, resolved] = PHASES.map(read);
  return { started, detected, acknowledged, mitigated, resolved };
}

function fromTimeline(named: readonly (NamedPhase & { readonly moment: Moment })[], phase: Phase): Moment | undefined {
  const labelled = named.filter((one) => one.phase === phase && one.by === "label");
  const found = labelled.length > 0 ? labelled : named.filter((one) => one.phase === phase);
  return (phase === "resolved" ? found.at(-1) : found[0])?.moment;
}

function inheritedBy({ syntax, metadata, timeline }: PostmortemDocument): Parameters<typeof readFieldMoment>[2] {
  const all = findDates(syntax.text);
  const written = ["started", "detected", "date", "resolved"].flatMap((key) =>
    metadata.filter((field) => field.key === key).flatMap(({ value }) => findDates(value)),
  );
  const plain = written.map((date) => isoDate(date)).find((date) => date !== undefined);
  const order = dateOrderOf(all, plain);
  const zones = new Set(timeline?.zones.map(({ name }) => name));
  return {
    order,
    date: plain ?? written.map((date) => isoDate(date, order)).find((date) => date !== undefined),
    zone: zones.size === 1 ? [...zones][0] : undefined,
  };
}

/** Only one story has a span: where groups can't be compared, there is none. */
function spanOf(placed: readonly PlacedEvent[]): TimelineSpan | undefined {
  const moments = placed.map(({ moment }) => moment).toSorted((a, b) => a.at - b.at);
  const first = moments[0];
  const last = moments.at(-1);
  if (first === undefined || last === undefined || moments.some(({ axis }) => axis !== first.axis)) return undefined;
  let longestGap: TimelineSpan["longestGap"];
  for (const [index, to] of moments.entries()) {
    const from = moments[index - 1];
    if (from === undefined) continue;
    const minutes = minutesBetween(from, to) ?? 0;
    if (longestGap === undefined || minutes > longestGap.minutes) longestGap = { from, to, minutes };
  }
  return { first, last, minutes: minutesBetween(first, last) ?? 0, longestGap };
}

/** What stands below a heading that is a time and nothing else. */
function headingBody(text: string, start: number, end: number): string {
  const [, ...lines] = text.slice(start, end).split(/\r\n|\n|\r/);
  return lines.find((line) => line.trim() !== "")?.trim() ?? "";
}
