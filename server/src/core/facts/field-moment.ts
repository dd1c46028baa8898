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
 * alone, and for text in front of the time: such a value says more than one moment.
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
  const behind = text.slice(stamp.end, Math.min(range.end, stamp.end + 12));
  return {
    range,
    source: "field",
    text: text.slice(range.start, Math.min(stamp.end, range.end)).trim(),
    date,
    minutes,
    zone,
    approximate: ABOUT.test(text.slice(range.start, stamp.start)) || ABOUT.test(behind),
    ...placeOnAxis(date, minutes, zone),
  };
}
