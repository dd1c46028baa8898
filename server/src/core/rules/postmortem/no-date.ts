import { findDates } from "../../model/dates.ts";
import type { PostmortemDocument } from "../../model/document.ts";
import { defineRule } from "../rule.ts";
import { documentStart } from "../support/document-start.ts";
import { insertFields } from "../support/insert-fields.ts";

/** Fields that tell when the incident was, or will be asked for by another rule while they hold no date. */
const DATED = ["date", "started", "detected", "acknowledged", "mitigated", "resolved", "duration"];
/** A month is a date, if a rough one: `2025-10`, "October 2025". */
const MONTH =
  /(?<!\d)(?:19|20)\d{2}[-_/. ]?(?:0[1-9]|1[0-2])(?!\d{3})|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? (?:of )?(?:19|20)\d{2}\b|(?:19|20)\d{2}年/i;

/** A file among the incidents without one of these is a guide for the next incident, and about none. */
const TELLING = ["summary", "impact", "timeline", "detection", "root-cause", "contributing", "lessons"];

/** PM001. */
export const noDate = defineRule({
  docs: {
    what: "Reports a postmortem that nowhere says when its incident was: in no field, neither in the title nor in the file's name, not in the timeline, nor in the introduction, the summary, the detection or the impact. A file that has none of a postmortem's own sections (summary, impact, timeline, detection, causes, lessons) is taken for a guide and left alone.",
    why: "Without a date nobody can find the incident's logs, tell it from the next one of its kind, or see whether such incidents become rarer.",
    examples: [
      {
        title: "When was that?",
        bad: `# Messages delayed

## Summary

The broker's disk was full for 40 minutes.
`,
        fixed: `# Messages delayed

**Date**: TODO: the day of the incident

## Summary

The broker's disk was full for 40 minutes.
`,
      },
      {
        title: "A date in the summary will do",
        good: `# Messages delayed

## Summary

On 31 January 2025 the broker's disk was full for 40 minutes.
`,
      },
    ],
  },
  code: "PM001",
  name: "no-date",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    if (!TELLING.some((id) => document.outline.byId(id).length > 0)) return;
    if (document.metadata.some(({ key }) => DATED.includes(key)) || MONTH.test(document.path)) return;
    if (document.timeline?.events.some(({ date, dateRange }) => date !== undefined || dateRange !== undefined)) return;
    if (spokenParts(document).some((part) => MONTH.test(part) || findDates(part).length > 0)) return;
    yield {
      range: document.outline.title?.heading ?? documentStart(document.syntax.text),
      message:
        "This postmortem does not say when the incident was: there is no date in its fields, title, file name, timeline or summary. Add one.",
      fixes: [
        {
          title: "Insert a date to fill in",
          safety: "unsafe",
          edits: insertFields(document, [{ label: "Date", key: "date", value: "TODO: the day of the incident" }]),
        },
      ],
    };
  },
});

/** What stands before the first canonical section, and the sections that tell when it was. */
function spokenParts({ syntax: { text }, outline }: PostmortemDocument): readonly string[] {
  const first = outline.sections.find(({ id }) => id !== undefined);
  const sections = ["summary", "background", "detection", "impact", "timeline", "metadata"].flatMap((id) =>
    outline.byId(id),
  );
  return [
    text.slice(0, first?.heading.start ?? text.length),
    ...sections.map(({ heading, body }) => text.slice(heading.start, body.end)),
  ];
}
