import type { Range } from "../syntax/range.ts";

/** Which number of `04-03-2026` is the day: told by the other dates of a document, never assumed. */
export type DateOrder = "day-first" | "month-first";

/** A date as it stands in a text. */
export interface WrittenDate extends Range {
  /** Four digits, or two that were completed to 20xx; undefined when the date has none. */
  readonly year: number | undefined;
  /** Undefined when which number is the month is not known (`numbers` then has both), or the date is no date. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Of a purely numeric date without leading year: its two numbers in the order of the text. */
  readonly numbers: readonly [number, number] | undefined;
  /** False for `20202-01-16`, `2021-02-30`, `11/03/202`: it looks like a date and is none. */
  readonly valid: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const ORDINAL = "(?:st|nd|rd|th)?";
const YEAR = "(?:,?[ -]+((?:19|20)\\d{2})(?!\\d|:\\d))?";

const ISO = /(\d{4,6})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|-\d)/y;
const CJK = /(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日/y;
const DAY_MONTH = new RegExp(`(\\d{1,2})${ORDINAL}(?: of)?[ -]+(${MONTH})\\b\\.?${YEAR}`, "iy");
const MONTH_DAY = new RegExp(
  `(${MONTH})\\b\\.?[ -]+(\\d{1,2})${ORDINAL}(?![\\d:])(?:\\s?[-–]\\s?\\d{1,2}${ORDINAL}(?![\\d:]))?${YEAR}`,
  "iy",
);
const YEAR_MONTH_DAY = new RegExp(`((?:19|20)\\d{2})[ ,-]+(${MONTH})\\b\\.?[ -]+(\\d{1,2})${ORDINAL}(?![\\d:])`, "iy");
const NUMERIC = /(\d{1,2})([-/.])(\d{1,2})\2(\d{2,4})(?![\d/]|[-.]\d)/y;
const YEARLESS = /(\d{1,2})([-/])(\d{1,2})(?![\d/.%-])/y;

/**
 * Reads the date that begins exactly at `at`, in ISO, `12 March 2022`, `March 12th, 2022`, `12/03/2022`, `2022年3月12日`;
 * with `yearless` also `03-26`, which is too often no date to be read everywhere.
 */
export function matchDate(text: string, at: number, yearless = false): WrittenDate | undefined {
  if (/[A-Za-z0-9.#/]/.test(text[at - 1] ?? " ")) return undefined;
  const run = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  let found = run(ISO);
  if (found) return named(found, Number(found[1]), Number(found[3]), Number(found[4]));
  found = run(CJK);
  if (found) return named(found, Number(found[1]), Number(found[2]), Number(found[3]));
  found = run(YEAR_MONTH_DAY);
  if (found) return named(found, Number(found[1]), monthOf(found[2]), Number(found[3]));
  found = run(DAY_MONTH);
  if (found) return named(found, numberOf(found[3]), monthOf(found[2]), Number(found[1]));
  found = run(MONTH_DAY);
  if (found) return named(found, numberOf(found[3]), monthOf(found[1]), Number(found[2]));
  found = run(NUMERIC);
  // Dots need a year of four digits: 1.27.10 is a version.
  if (found && (found[2] !== "." || found[4]?.length === 4)) return numeric(found, found[4]);
  found = yearless ? run(YEARLESS) : null;
  return found ? numeric(found, undefined) : undefined;
}

/** All dates of a text, in its order. Linear: a date can only begin at a digit or at a month's name. */
export function findDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  const starts = new RegExp(`\\d+|(?<![A-Za-z])(?:${MONTH})\\b`, "gi");
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const date = matchDate(text, match.index);
    if (!date) continue;
    dates.push(date);
    starts.lastIndex = date.end;
  }
  return dates;
}

/**
 * What the dates of a document say on the order of day and month: a number above 12 is a day. Where none is, `near` (an
 * ISO date that the document is about) decides, if one reading alone lies within a month of it. Undefined when nothing
 * speaks, or when the dates contradict each other.
 */
export function dateOrderOf(dates: readonly WrittenDate[], near?: string): DateOrder | undefined {
  let dayFirst = false;
  let monthFirst = false;
  for (const { numbers } of dates) {
    if (!numbers) continue;
    if (numbers[0] > 12 && numbers[1] <= 12) dayFirst = true;
    if (numbers[1] > 12 && numbers[0] <= 12) monthFirst = true;
  }
  if (!dayFirst && !monthFirst && near !== undefined) {
    for (const date of dates) {
      if (date.numbers === undefined || date.numbers[0] === date.numbers[1]) continue;
      const asDay = isNear(isoDate(date, "day-first", near), near);
      const asMonth = isNear(isoDate(date, "month-first", near), near);
      if (asDay && !asMonth) dayFirst = true;
      if (asMonth && !asDay) monthFirst = true;
    }
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? "day-first" : "month-first";
}

function isNear(date: string | undefined, near: string): boolean {
  return date !== undefined && Math.abs(dayNumber(date) - dayNumber(near)) <= 31;
}

/**
 * The date as ISO `YYYY-MM-DD`; undefined when it is no date, its order is unknown, or it has no year and none is near.
 * `near` is an ISO date: a date without a year gets the year that brings it closest.
 */
export function isoDate(date: WrittenDate, order?: DateOrder, near?: string): string | undefined {
  if (!date.valid) return undefined;
  let { month, day } = date;
  if (month === undefined && date.numbers) {
    if (order === undefined) return undefined;
    [month, day] = order === "day-first" ? [date.numbers[1], date.numbers[0]] : date.numbers;
  }
  if (month === undefined || day === undefined) return undefined;
  const year = date.year ?? closestYear(month, day, near);
  return year !== undefined && isDay(year, month, day) ? format(year, month, day) : undefined;
}

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

/** The ISO date `days` after another. */
export function addDays(iso: string, days: number): string {
  return new Date((dayNumber(iso) + days) * 86_400_000).toISOString().slice(0, 10);
}

function named(match: RegExpExecArray, year: number | undefined, month: number, day: number): WrittenDate {
  const valid = (year === undefined || (year >= 1900 && year < 2200)) && isDay(year ?? 2000, month, day);
  return { start: match.index, end: match.index + match[0].length, year, month, day, numbers: undefined, valid };
}

function numeric(match: RegExpExecArray, year: string | undefined): WrittenDate {
  const numbers = [Number(match[1]), Number(match[3])] as const;
  const possible = (numbers[0] <= 12 && numbers[1] <= 31) || (numbers[1] <= 12 && numbers[0] <= 31);
  const valid = year?.length !== 3 && possible && numbers[0] > 0 && numbers[1] > 0;
  const range = { start: match.index, end: match.index + match[0].length };
  const full = year === undefined ? undefined : year.length === 2 ? 2000 + Number(year) : Number(year);
  return { ...range, year: full, month: undefined, day: undefined, numbers, valid };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function closestYear(month: number, day: number, near: string | undefined): number | undefined {
  if (near === undefined) return undefined;
  const year = Number(near.slice(0, 4));
  const distance = (candidate: number): number =>
    isDay(candidate, month, day) ? Math.abs(dayNumber(format(candidate, month, day)) - dayNumber(near)) : Infinity;
  return [year, year - 1, year + 1].reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function format(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
