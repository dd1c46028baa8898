import { type DateOrder, dateOrderOf, isoDate, type WrittenDate } from "../../model/dates.ts";
import type { IncidentDocument } from "../../model/document.ts";
import { defineRule, type Fix } from "../rule.ts";
import { statedDates } from "../support/stated-dates.ts";

/** DOC016. */
export const ambiguousDate = defineRule({
  docs: {
    what: "Reports a date such as `04/03/2025`, where nothing in the document tells the day from the month: no other date has a number above 12 in its place, and the document's own date is near to both readings or to none. One finding a document.",
    why: "Half of the world reads April where the other half reads March.",
    references: ["https://www.iso.org/iso-8601-date-and-time-format.html"],
    examples: [
      {
        title: "April or March?",
        bad: `# Messages delayed

**Date**: 04/03/2025

## Summary

The broker's disk was full.
`,
        fixed: `# Messages delayed

**Date**: 2025-03-04

## Summary

The broker's disk was full.
`,
      },
      {
        title: "The other date says that the day comes first",
        good: `# Messages delayed

**Started**: 04/03/2025
**Resolved**: 13/03/2025
`,
      },
    ],
  },
  code: "DOC016",
  name: "ambiguous-date",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const { text } = document.syntax;
    const dates = statedDates(document);
    const unclear = dates.filter(
      (date) => date.valid && date.year !== undefined && isUnclear(date) && isAlone(text, date),
    );
    const [first, ...more] = unclear;
    if (first === undefined || dateOrderOf(dates, nearOf(document, dates)) !== undefined) return;
    const written = text.slice(first.start, first.end);
    const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
    yield {
      range: { start: first.start, end: first.end },
      message: `"${written}"${others} is ${isoDate(first, "day-first")} or ${isoDate(first, "month-first")}, and nothing in the document tells which. Write dates as year-month-day.`,
      related: more.map(({ start, end }) => ({ range: { start, end }, message: `"${text.slice(start, end)}" too` })),
      fixes: (["day-first", "month-first"] as const).map((order) => rewrite(unclear, order)),
    };
  },
});

function isUnclear({ numbers }: WrittenDate): boolean {
  return numbers !== undefined && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] !== numbers[1];
}

/** Not part of a longer number, name or path. */
function isAlone(text: string, { start, end }: WrittenDate): boolean {
  return !/[\w/.-]/.test(text[start - 1] ?? " ") && !/^(?:[\w/]|[-.]\w)/.test(text.slice(end, end + 2));
}

/** A date that is clear in itself, as far as fields, title or the file's name have one; else the first of the prose. */
function nearOf({ metadata }: IncidentDocument, dates: readonly WrittenDate[]): string | undefined {
  const inFields = metadata
    .find(({ key, value }) => key === "date" && /^\d{4}-\d{2}-\d{2}/.test(value))
    ?.value.slice(0, 10);
  return inFields ?? dates.map((date) => isoDate(date)).find((date) => date !== undefined);
}

function rewrite(dates: readonly WrittenDate[], order: DateOrder): Fix {
  return {
    title: `Write as year-month-day, the ${order === "day-first" ? "day" : "month"} stands first`,
    safety: "unsafe",
    edits: dates.map((date) => ({
      range: { start: date.start, end: date.end },
      newText: isoDate(date, order) ?? "",
    })),
  };
}
