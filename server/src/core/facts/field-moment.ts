import { type DateOrder, isoDate } from "../model/dates.ts";
import type { MetadataField } from "../model/postmortem.ts";
import { readStamp } from "../model/timeline/stamp.ts";
import { type Moment, placeOnAxis } from "./moment.ts";

/** Words that take back the exactness of a time. */
const ABOUT =
  /[~≈〜]|\b(?:about|around|approx(?:imately)?|circa|ca|roughly|estimated|probably)\b|頃|ごろ|前後|以前|以降|推定|左右/i;

/** What a field inherits where it is silent. */
interface Inherited {
  readonly order: DateOrder | undefined;
  /** ISO date that the document is about, for a time without a date. */
  readonly date: string | undefined;
  /** The document's only zone; undefined when it has none or several. */
  readonly zone: string | undefined;
}

/**
 * Reads a field that holds a time: `2025-01-31 14:02 UTC`, `14:02` where the document has a date. Undefined for a date
 * alone, for text in front of the time, and for a value that says more than one moment.
 */
export function readFieldMoment(
  text: string,
  { valueRange: range }: MetadataField,
  { order, date: documentDate, zone: onlyZone }: Inherited,
): Moment | undefined {
  const stamp = readStamp(text, range.start, range.end);
  const minutes = stamp?.time?.minutes;
  if (stamp === undefined || minutes === undefined || stamp.time?.loose !== undefined) return undefined;
  const date = stamp.date ? isoDate(stamp.date, order, documentDate) : documentDate;
  if (date === undefined) return undefined;
  const zone = stamp.zone?.name ?? onlyZone;
  const behind = text.slice(stamp.end, range.end);
  // A second time that no bracket takes aside is a second moment: "14:02 in part / 15:10 for all".
  if (/\d{1,2}:\d{2}/.test(behind.replace(/\([^)]*\)|（[^）]*）/g, ""))) return undefined;
  const clock = text.slice(stamp.start, Math.max(stamp.date?.end ?? 0, stamp.time?.end ?? 0));
  return {
    range,
    source: "field",
    text: stamp.zone && !clock.endsWith(stamp.zone.name) ? `${clock} ${stamp.zone.name}` : clock,
    date,
    minutes,
    zone,
    approximate: ABOUT.test(text.slice(range.start, stamp.start)) || ABOUT.test(behind.slice(0, 12)),
    ...placeOnAxis(date, minutes, zone),
  };
}
