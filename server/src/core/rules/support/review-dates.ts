import { addDays, dayNumber, findDates, isoDate } from "../../model/dates.ts";
import type { IncidentDocument } from "../../model/document.ts";
import type { Range } from "../../syntax/range.ts";

/** When a document was reviewed, and where it says so. */
export interface Review {
  /** ISO date. */
  readonly reviewed: string;
  readonly range: Range;
  /** The interval that the document states; undefined when it states none that can be read. */
  readonly every: Interval | undefined;
}

/** An interval between reviews. */
export interface Interval {
  readonly count: number;
  readonly unit: "day" | "week" | "month" | "year";
}

/** Reads the fields `reviewed` and `reviewEvery`; undefined when no date can be read from the first. */
export function readReview({ metadata }: IncidentDocument): Review | undefined {
  const every = metadata.find(({ key }) => key === "reviewEvery");
  for (const { key, value, valueRange } of metadata) {
    if (key !== "reviewed") continue;
    const reviewed = findDates(value).flatMap((date) => isoDate(date) ?? [])[0];
    if (reviewed !== undefined) return { reviewed, range: valueRange, every: every && parseInterval(every.value) };
  }
  return undefined;
}

/** Reads `6 months`, `90d`, `1 year`, `quarterly`; undefined for anything else. */
export function parseInterval(text: string): Interval | undefined {
  const word = text.trim().toLowerCase();
  if (word === "quarterly") return { count: 3, unit: "month" };
  const named = { weekly: "week", monthly: "month", yearly: "year", annually: "year" } as const;
  for (const [name, unit] of Object.entries(named)) if (word === name) return { count: 1, unit };
  const match = /^(?:every )?(\d{1,4})\s*(d|days?|w|weeks?|mo|months?|y|years?)$/.exec(word);
  const count = Number(match?.[1] ?? 0);
  if (match === null || count === 0) return undefined;
  const first = match[2]?.charAt(0);
  return { count, unit: first === "d" ? "day" : first === "w" ? "week" : first === "m" ? "month" : "year" };
}

/** The ISO date one interval later; of a month that is too short its last day. */
export function addInterval(date: string, { count, unit }: Interval): string {
  if (unit === "day" || unit === "week") return addDays(date, count * (unit === "week" ? 7 : 1));
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const months = year * 12 + (month - 1) + count * (unit === "year" ? 12 : 1);
  const start = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  const next = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 1)).toISOString().slice(0, 10);
  return addDays(start, Math.min(day, dayNumber(next) - dayNumber(start)) - 1);
}
