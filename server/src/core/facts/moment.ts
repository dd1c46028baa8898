import { dayNumber } from "../model/dates.ts";
import { zoneOffset } from "../model/timeline/zones.ts";
import type { Range } from "../syntax/range.ts";

/** A point in time that a document states, with its place in the text. */
export interface Moment {
  /** Where it stands: the whole field's value, or the time of the event. */
  readonly range: Range;
  /** `field` for metadata, `timeline` for an event. */
  readonly source: "field" | "timeline";
  /** As written: "2025-01-31 14:02 UTC", "14:02". */
  readonly text: string;
  /** ISO `YYYY-MM-DD` of the wall clock; undefined in timelines without any date. */
  readonly date: string | undefined;
  /** Minutes since midnight of the wall clock, seconds as a fraction; above 1440 where a half day was inferred. */
  readonly minutes: number;
  readonly zone: string | undefined;
  /** Whether the text says that it is no exact time: "around 14:02", `14:02 頃`. */
  readonly approximate: boolean;
  /** Moments of one axis are comparable: `utc`, or a zone of unknown offset, or a timeline without dates. */
  readonly axis: string;
  /** Minutes on that axis. */
  readonly at: number;
}

/** Places a dated wall clock: on the axis of UTC when the zone's offset is known, else on one of the zone's own. */
export function placeOnAxis(
  date: string,
  minutes: number,
  zone: string | undefined,
): { readonly axis: string; readonly at: number } {
  const wall = dayNumber(date) * 1440 + minutes;
  const offset = zone === undefined ? undefined : zoneOffset(zone, date);
  return offset === undefined ? { axis: `zone ${zone ?? "unknown"}`, at: wall } : { axis: "utc", at: wall - offset };
}

/** Minutes from one moment to another; undefined when one is missing, they can't be compared, or the second is earlier. */
export function minutesBetween(from: Moment | undefined, to: Moment | undefined): number | undefined {
  if (from === undefined || to === undefined || from.axis !== to.axis) return undefined;
  // Whole seconds: fractions of minutes since 1970 have noise behind the point.
  const seconds = Math.round((to.at - from.at) * 60);
  return seconds >= 0 ? seconds / 60 : undefined;
}
