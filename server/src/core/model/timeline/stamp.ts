import type { Range } from "../../syntax/range.ts";
import { matchDate, type WrittenDate } from "../dates.ts";
import { matchZone, type WrittenZone } from "./zones.ts";

/** Notations that are times only in company: `1.10` alone is a version, `2212` a ticket. */
export type LooseNotation = "dotted" | "compact";

/** A time of day as written. */
export interface WrittenTime extends Range {
  /** Minutes since midnight, seconds as a fraction; undefined when it is no time of day (`25:10`). */
  readonly minutes: number | undefined;
  /** Set for `14.02` and `1402`: the caller believes them where a timeline has several. */
  readonly loose: LooseNotation | undefined;
  /** Whether "am" or "pm" stands behind it. */
  readonly hasHalf: boolean;
}

/** Date, time and zone at the start of a timeline's entry, in whatever order they stand. */
export interface Stamp extends Range {
  readonly date: WrittenDate | undefined;
  readonly time: WrittenTime | undefined;
  readonly zone: WrittenZone | undefined;
}

/** Markup, brackets, bullets and words that may stand before a time: `- **~14:02**`, `[14:02]`, `At around 14:02`. */
const LEAD =
  /(?:[\s*_~`[({|>≈•–—-]|:[a-z0-9_]+:|\p{Extended_Pictographic}|\uFE0F|<\/?[a-z]+>|(?:at|on|by|around|about|approx(?:imately)?|circa|ca|from|since|between|before|after|until|gegen|um|ab|vers|depuis|entre|antes de las|a las|às)(?!\p{L})\.?)*/iuy;
/** What may stand between the parts of a stamp. A colon may, before a further time only. */
const GLUE = /(?:[\s,*_~`[\](){}|@≈]|T(?=\d)|<br ?\/?>|(?:at|on|around|about|approx\.?|ca\.|の)\s)*/iy;
const COLON_GLUE = /[*_]*\s*[:–-][*_]*\s+[*_]*(?=\d{1,2}(?:[:.]\d{2}|\s?[ap]\.?m))/iy;
const WEEKDAY = /(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?/iy;
const ANOTHER_TIME = /^:?\s*\d{1,2}:\d{2}/;
/** "Duration: 14:02 to 14:47" is a field, no event. */
const LABEL = /(?!duration|time to)[A-Za-z][\w #&/'-]{0,30}[*_]*:[*_]*\s+/iy;

const CLOCK = /(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d|:\d)(?:\s?([ap])\.?m\b\.?)?/iy;
const HOUR = /(\d{1,2})\s?([ap])\.?m\b\.?/iy;
const DOTTED = /(\d{1,2})\.([0-5]\d)(?![\d.%]|\s?%)(?:\s?([ap])\.?m\b\.?)?/iy;
const COMPACT = /([01]\d|2[0-3])([0-5]\d)(?![\d.,%-])(?=h\b|hrs\b|[\s:*_~`|\])–—-]|$)h?(?:rs)?/iy;
/** "14:02 Uhr" is German for 14:02. */
const OCLOCK = /\s?Uhr\b/iy;
const RANGE = /\s*(?:[-–—〜~→]|to|until|through|till)\s*/iy;

/**
 * Reads the stamp at the start of `text` from `from` on. Undefined when there is neither a date nor a time. A range
 * (`14:02–14:10`) counts as its start. `cell` says that nothing else stands there, as in a table's time column: there
 * `03-26` is a date too.
 */
export function readStamp(text: string, from: number, to: number, cell = false): Stamp | undefined {
  const first = skip(LEAD, text, from);
  const direct = readParts(text, first, to, cell);
  if (direct) return direct;
  // "Detection: 14:02": one label of a few words may stand before.
  const labelled = skip(LABEL, text, first);
  return labelled > first ? readParts(text, skip(LEAD, text, labelled), to, cell) : undefined;
}

function readParts(text: string, from: number, to: number, cell: boolean): Stamp | undefined {
  let date: WrittenDate | undefined;
  let time: WrittenTime | undefined;
  let zone: WrittenZone | undefined;
  let end = from;
  for (let parts = 0; parts < 8; parts++) {
    const behindTime = time !== undefined && end === time.end;
    let at = parts === 0 ? from : skip(GLUE, text, end);
    if (date && !time && at === skip(GLUE, text, end)) at = Math.max(at, skip(COLON_GLUE, text, end));
    if (at >= to) break;
    const weekday = skip(WEEKDAY, text, at);
    if (weekday > at && !(date && time)) {
      end = weekday;
      continue;
    }
    if (!date) {
      const yearless = cell || matchYearlessBeforeTime(text, at);
      date = matchDate(text, at, yearless);
      if (date) {
        end = date.end;
        continue;
      }
    }
    if (!time) {
      time = matchTime(text, at);
      if (time) {
        end = skip(OCLOCK, text, skipRange(text, skip(OCLOCK, text, time.end), to));
        continue;
      }
    }
    if (!zone && (time || date)) {
      const found = matchZone(text, at, behindTime);
      // "18:11 (UTC 09:11)" says the same time again in another zone.
      if (found && !(time && ANOTHER_TIME.test(text.slice(found.end, found.end + 7)))) {
        zone = found;
        end = zone.end;
        continue;
      }
    }
    break;
  }
  if (!date && !time) return undefined;
  return { start: Math.min(date?.start ?? to, time?.start ?? to), end: Math.min(end, to), date, time, zone };
}

/** Reads the time of day that begins exactly at `at`. */
function matchTime(text: string, at: number): WrittenTime | undefined {
  if (/[\w.#/]/.test(text[at - 1] ?? " ") && !/[T_]/.test(text[at - 1] ?? " ")) return undefined;
  const run = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  let match = run(CLOCK);
  if (match) return timeOf(match, match[1], match[2], match[3], match[4], undefined);
  match = run(HOUR);
  if (match) return timeOf(match, match[1], "0", undefined, match[2], undefined);
  match = run(DOTTED);
  // With "am" or "pm" it can be nothing but a time.
  if (match) return timeOf(match, match[1], match[2], undefined, match[3], match[3] ? undefined : "dotted");
  match = run(COMPACT);
  return match ? timeOf(match, match[1], match[2], undefined, undefined, "compact") : undefined;
}

function timeOf(
  match: RegExpExecArray,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  half: string | undefined,
  loose: LooseNotation | undefined,
): WrittenTime {
  let hour = Number(hours);
  const minute = Number(minutes);
  const second = Number(seconds ?? 0);
  // "13:06 PM" is said often enough, and means 13:06.
  if (half?.toLowerCase() === "p" && hour < 12) hour += 12;
  if (half?.toLowerCase() === "a" && hour === 12) hour = 0;
  const total = hour * 60 + minute + second / 60;
  const valid = hour <= 24 && minute < 60 && second <= 60 && total <= 1440;
  const end = match.index + match[0].length;
  return { start: match.index, end, minutes: valid ? total : undefined, loose, hasHalf: half !== undefined };
}

/** Leaves out the second half of `14:02–14:10`; the event began at the first. */
function skipRange(text: string, from: number, to: number): number {
  const behind = skip(RANGE, text, from);
  if (behind === from || behind >= to) return from;
  const end = matchTime(text, behind);
  if (end && end.loose === undefined) return end.end;
  return /^\d{1,2}:\?\?/.test(text.slice(behind, behind + 6)) ? behind + 5 : from;
}

function matchYearlessBeforeTime(text: string, at: number): boolean {
  return /^\d{1,2}[-/]\d{1,2},?\s+\d{1,2}:\d{2}/.test(text.slice(at, at + 14));
}

/** The offset behind a sticky pattern's match at `at`; `at` when it does not match. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : at;
}
