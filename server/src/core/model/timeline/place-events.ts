import { addDays, type DateOrder, dayNumber, isoDate } from "../dates.ts";
import type { TimelineEvent } from "../timeline.ts";
import type { RawEntry } from "./entries.ts";
import { zoneOffset } from "./zones.ts";

const DAY = 1440;
const NOON = 720;

/** What holds for entries that say nothing themselves. */
export interface TimelineContext {
  readonly dateOrder: DateOrder | undefined;
  /** The date that the timeline's heading or intro states. */
  readonly statedDate: string | undefined;
  /** The date that the document is about. */
  readonly documentDate: string | undefined;
  /** A date near the incident, for entries that leave out the year. */
  readonly near: string | undefined;
  /** The zone that heading, intro or metadata state. */
  readonly zone: string | undefined;
}

/**
 * Gives the entries of one group their dates and their places on one scale of minutes. A time that goes back by half a
 * day, or from evening to morning, is the next day's; `1:00` after `12:56` is the afternoon's, where the group has no hour above 12 and no
 * "pm". Any other step back stays one: it is the writer's.
 */
export function placeEvents(text: string, entries: readonly RawEntry[], context: TimelineContext): TimelineEvent[] {
  const anyDate = entries.some((entry) => entry.stamp.date ?? entry.above);
  const twelveHour = entries.every(({ stamp: { time } }) => !time || (!time.hasHalf && (time.minutes ?? 0) < 780));
  const offsetOf = offsets(entries, context);

  let date = context.statedDate ?? (anyDate ? undefined : context.documentDate);
  let day = 0;
  let half = 0;
  let previous: number | undefined;
  let previousOrder: number | undefined;

  return entries.map((entry) => {
    const { stamp } = entry;
    const near = entry.columnYear !== undefined ? `${entry.columnYear}-07-01` : (date ?? context.near);
    const own = stamp.date ?? entry.above;
    if (own) {
      date = isoDate(own, context.dateOrder, near);
      half = 0;
      previous = undefined;
    }
    const minutes = stamp.time?.minutes;
    if (minutes !== undefined) {
      if (previous !== undefined && minutes + half < previous) {
        if (crossesMidnight(previous, minutes)) {
          if (date === undefined) day++;
          else date = addDays(date, 1);
          half = 0;
        } else if (twelveHour && half === 0 && previous >= 600 && minutes < 420) half = NOON;
      }
      previous = minutes + half;
    }
    const scale = date !== undefined ? dayNumber(date) * DAY : anyDate ? undefined : day * DAY;
    const offset = offsetOf(entry, date);
    let order: number | undefined;
    if (scale !== undefined && offset !== undefined && stamp.time === undefined) {
      const sameDay = previousOrder !== undefined && previousOrder >= scale && previousOrder < scale + DAY;
      order = sameDay ? previousOrder : scale;
    } else if (scale !== undefined && offset !== undefined && minutes !== undefined) {
      order = scale + minutes + half - offset;
      // 23:28 after 23:28:20 is the same minute, not a step back.
      if (previousOrder !== undefined && Number.isInteger(minutes) && Math.floor(previousOrder) === order)
        order = previousOrder;
    }
    previousOrder = order ?? previousOrder;
    const dateRange = stamp.date && { start: stamp.date.start, end: stamp.date.end };
    const timeRange = stamp.time ?? { start: dateRange?.end ?? stamp.end, end: dateRange?.end ?? stamp.end };
    return {
      range: entry.range,
      timeRange: { start: timeRange.start, end: timeRange.end },
      timeText: text.slice(timeRange.start, timeRange.end),
      dateRange,
      form: entry.form,
      minutes,
      date,
      hasOwnDate: stamp.date !== undefined,
      zone: stamp.zone?.name ?? entry.columnZone?.name ?? context.zone,
      zoneRange: stamp.zone && { start: stamp.zone.start, end: stamp.zone.end },
      isAfternoon: half !== 0 && minutes !== undefined && minutes < NOON,
      order,
      group: entry.group,
      text: entry.text,
    };
  });
}

function crossesMidnight(previous: number, minutes: number): boolean {
  const back = previous - minutes;
  return back >= NOON || (previous >= 1020 && minutes <= NOON && back >= 360);
}

/**
 * Minutes to take off for an entry's zone. Where all entries have one zone there is nothing to convert, known or not; an
 * entry without a zone among others has that of the entry before.
 */
function offsets(
  entries: readonly RawEntry[],
  context: TimelineContext,
): (entry: RawEntry, date: string | undefined) => number | undefined {
  const zoneOf = (entry: RawEntry): string | undefined =>
    entry.stamp.zone?.name ?? entry.columnZone?.name ?? context.zone;
  const zones = new Set(entries.flatMap((entry) => zoneOf(entry) ?? []));
  if (zones.size < 2) return () => 0;
  let last: string | undefined;
  return (entry, date) => {
    last = zoneOf(entry) ?? last;
    return last === undefined ? undefined : zoneOffset(last, date);
  };
}
