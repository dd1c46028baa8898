import * as z from "zod";
import { dayNumber } from "../../model/dates.ts";
import { defineRule } from "../rule.ts";
import { addInterval, parseInterval, readReview } from "../support/review-dates.ts";

const options = z.strictObject({
  every: z
    .string()
    .refine((text) => parseInterval(text) !== undefined, { error: "must be as 6 months, 90 days, 1 year" })
    .optional()
    .describe("Interval for documents that state none, as `12 months`; without it nothing is said of those."),
});

/** DOC019. */
export const reviewOverdue = defineRule({
  docs: {
    what: "Reports a document whose last review lies longer ago than the interval that it states itself: `reviewed` and `reviewEvery`, also `last_reviewed_on` and `review_in`. Documents that state no interval are looked at only when the option `every` gives one.",
    why: "A runbook that nobody has looked at since the last migration sends people to hosts that are gone, at night.",
    references: ["https://www.gov.uk/service-manual/technology/writing-technical-documentation"],
    examples: [
      {
        title: "Due in September",
        bad: `---
reviewed: 2024-03-05
reviewEvery: 6 months
---

# Free disk space

## Steps

1. Delete old logs.
`,
        fixed: `---
reviewed: 2025-02-01
reviewEvery: 6 months
---

# Free disk space

## Steps

1. Delete old logs.
`,
      },
      {
        title: "Not yet due",
        good: `---
reviewed: 2024-12-05
reviewEvery: 6 months
---

# Free disk space

## Steps

1. Delete old logs.
`,
      },
    ],
  },
  code: "DOC019",
  name: "review-overdue",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  options,
  *check({ document, options: { every }, surroundings: { today } }) {
    const review = readReview(document);
    const interval = review?.every ?? (every === undefined ? undefined : parseInterval(every));
    if (review === undefined || interval === undefined) return;
    const due = addInterval(review.reviewed, interval);
    const days = dayNumber(today) - dayNumber(due);
    if (days <= 0) return;
    const { count, unit } = interval;
    const written = document.syntax.text.slice(review.range.start, review.range.end);
    yield {
      range: review.range,
      message: `The review has been due since ${due} (${days} ${days === 1 ? "day" : "days"}): last reviewed ${review.reviewed}, to be reviewed every ${count === 1 ? unit : `${count} ${unit}s`}. Go through it, then set the date.`,
      // Only a date that stands alone is replaced; it asserts a review, so it is for the reviewer to apply.
      fixes: /^["']?\d{4}-\d{2}-\d{2}["']?$/.test(written)
        ? [
            {
              title: `Reviewed today: set ${today}`,
              safety: "unsafe",
              edits: [{ range: review.range, newText: written.replace(/[\d-]+/, today) }],
            },
          ]
        : [],
    };
  },
});
