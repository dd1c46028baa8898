import * as z from "zod";
import { dayNumber, findDates, isoDate } from "../../model/dates.ts";
import type { PostmortemDocument } from "../../model/document.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../support/shorten.ts";

/** A document's own state; "Action items in progress" is that of its actions. */
const DRAFT =
  /^[^\p{L}]*(?:draft|wip|work in progress|in progress|in review|under review|not final|pending review|unpublished|下書き|ドラフト|草稿)(?![\p{L}])/iu;

const options = z.strictObject({
  days: z.int().min(1).default(14).describe("Days after the incident during which a draft is no finding."),
});

/** PM002. */
export const staleDraft = defineRule({
  docs: {
    what: "Reports a postmortem whose status is still that of a draft more than 14 days after the incident (option `days`). The date is that of the fields, the title or the file's name.",
    why: "After two weeks nobody remembers what the chat meant, and the actions of a draft that nobody finishes are not done either.",
    references: ["https://response.pagerduty.com/after/post_mortem_process/"],
    examples: [
      {
        title: "A draft of last summer",
        bad: `# Messages delayed

**Date**: 2024-07-12
**Status**: Draft

## Summary

The broker's disk was full.
`,
      },
      {
        title: "Finished",
        good: `# Messages delayed

**Date**: 2024-07-12
**Status**: Final

## Summary

The broker's disk was full.
`,
      },
    ],
  },
  code: "PM002",
  name: "stale-draft",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  options,
  *check({ document, options: { days }, surroundings }) {
    const status = document.metadata.find(({ key }) => key === "status");
    if (status === undefined || !DRAFT.test(status.value)) return;
    const date = lastDate(document);
    const age = date === undefined ? 0 : dayNumber(surroundings.today) - dayNumber(date);
    if (age <= days) return;
    yield {
      range: status.valueRange,
      message: `Still "${shorten(status.value)}" ${age} days after ${date}. Finish it within ${days} days, or say what it waits for.`,
    };
  },
});

/** The latest date that the document's own fields state: an incident of weeks is young when it has just ended. */
function lastDate({ metadata }: PostmortemDocument): string | undefined {
  return metadata
    .filter(({ key }) => ["date", "started", "detected", "mitigated", "resolved"].includes(key))
    .flatMap(({ value }) => findDates(value).flatMap((date) => isoDate(date) ?? []))
    .toSorted()
    .at(-1);
}
