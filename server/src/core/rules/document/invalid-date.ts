import type { IncidentDocument } from "../../model/document.ts";
import { contains, type Range } from "../../syntax/range.ts";
import { defineRule, type Fix } from "../rule.ts";
import { statedDates } from "../support/stated-dates.ts";

/** PM and runbook fields that hold dates. */
const DATE_KEYS = ["date", "started", "detected", "acknowledged", "mitigated", "resolved", "reviewed"];

/** DOC015. */
export const invalidDate = defineRule({
  docs: {
    what: "Reports a date that is in no calendar, such as `2025-02-30`, `2025-13-01` or `20205-01-16`: in a field, at an event of the timeline, in a heading, or anywhere in the text where it is written with a month's name or as year-month-day. Version numbers, which only look like dates, are told apart by their dots and slashes.",
    why: "A slip of a key moves the incident by a month, or out of every list that is sorted by date.",
    examples: [
      {
        title: "February has no 30th",
        bad: `# Messages delayed

**Date**: 2025-02-30
`,
        fixed: `# Messages delayed

**Date**: 2025-02-28
`,
      },
      {
        title: "Valid in every notation",
        good: `# Messages delayed

**Date**: 28 February 2025
`,
      },
    ],
  },
  code: "DOC015",
  name: "invalid-date",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "error",
  fix: "unsafe",
  *check({ document }) {
    const { text } = document.syntax;
    const dated = datedPlaces(document);
    const dates = statedDates(document);
    const years = new Set(dates.flatMap(({ valid, year }) => (valid && year !== undefined ? [String(year)] : [])));
    for (const date of dates) {
      if (date.valid) continue;
      const range = { start: date.start, end: date.end };
      const written = text.slice(date.start, date.end);
      // Of a month's name only the 30th or 31st too many is a slip: "0 may" and "45 march" are other words.
      const isPlain =
        /^(?:19|20)\d{2,3}-\d{1,2}-\d{1,2}$|^(?=.*\b(?:29|3[01])(?!\d))(?=.*(?<![A-Za-z])[A-Z][a-z]{2})/.test(written);
      if (!dated.some((place) => contains(place, range)) && !isPlain) continue;
      // Part of a longer name or number: an identifier.
      if (/[\w/-]/.test(text[date.start - 1] ?? " ") || /^(?:-?\w|\/)/.test(text.slice(date.end, date.end + 2)))
        continue;
      yield {
        range,
        message: `"${written}" is no date: ${reason(written)}. Correct it.`,
        fixes: mend(written, years).map(
          (newText): Fix => ({ title: `Replace by ${newText}`, safety: "unsafe", edits: [{ range, newText }] }),
        ),
      };
    }
  },
});

/** Where a date must be one: whatever its notation. */
function datedPlaces(document: IncidentDocument): readonly Range[] {
  const fields = document.metadata.filter(({ key }) => DATE_KEYS.includes(key)).map(({ valueRange }) => valueRange);
  const events =
    document.kind === "postmortem" ? (document.timeline?.events ?? []).flatMap(({ dateRange }) => dateRange ?? []) : [];
  return [...fields, ...events];
}

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function partsOf(written: string): Parts | undefined {
  const match = /^(\d+)[-/.](\d+)[-/.](\d+)$/.exec(written);
  return match ? { year: match[1] ?? "", month: Number(match[2]), day: Number(match[3]) } : undefined;
}

function reason(written: string): string {
  const parts = partsOf(written);
  if (parts === undefined) return "there is no such day";
  const { year, month, day } = parts;
  if (year.length > 4) return `the year ${year} has ${year.length} digits`;
  if (year.length < 4) return "day, month or year does not fit";
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const days = daysIn(Number(year), month);
  return day < 1 || day > days ? `the month has ${days} days, not ${day}` : `the year ${year} is out of reach`;
}

/** What may have been meant: the month's last day, or a year of the document with one digit too many. */
function mend(written: string, years: ReadonlySet<string>): readonly string[] {
  const parts = partsOf(written);
  if (parts === undefined) return [];
  const { year, month, day } = parts;
  if (year.length === 4 && month >= 1 && month <= 12 && day > daysIn(Number(year), month)) {
    return [written.replace(/\d+$/, String(daysIn(Number(year), month)))];
  }
  if (year.length !== 5) return [];
  const shorter = [...year].map((_digit, at) => year.slice(0, at) + year.slice(at + 1));
  return [...new Set(shorter)].filter((each) => years.has(each)).map((each) => written.replace(year, each));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
