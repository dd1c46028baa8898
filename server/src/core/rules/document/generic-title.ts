import { normaliseHeading } from "../../schema/section-spec.ts";
import { defineRule } from "../rule.ts";

/** Titles that every document of the kind could have. */
const GENERIC = new Set([
  ...[
    "title",
    "untitled",
    "document",
    "documentation",
    "readme",
    "page",
    "notes",
    "name",
    "alert name",
    "service name",
  ],
  ...["runbook", "run book", "playbook", "runbook template", "playbook template", "sop", "procedure", "alert", "guide"],
  ...[
    "postmortem",
    "post mortem",
    "post-mortem",
    "incident postmortem",
    "incident post-mortem",
    "blameless postmortem",
  ],
  ...["incident", "incident report", "incident review", "outage", "outage report", "rca", "root cause analysis"],
  ...["retrospective", "retro", "postmortem template", "incident title", "title of incident", "title of the incident"],
  ...["summary", "overview", "introduction", "details", "description"],
]);

/** DOC002. */
export const genericTitle = defineRule({
  docs: {
    what: 'Reports a title that any other document could have: "Postmortem", "Runbook", "Incident report", "Summary", "Title". A title in the front matter that says more makes up for it.',
    why: 'In a list of search results thirty documents called "Postmortem" can\'t be told apart, and a link to one says nothing about what is behind it.',
    examples: [
      { title: "Which one?", bad: "# Incident report\n\n## Summary\n\nThe broker ran out of disk.\n" },
      {
        title: "What happened, and when",
        good: "# Messages delayed on 2025-01-31\n\n## Summary\n\nThe broker ran out of disk.\n",
      },
    ],
  },
  code: "DOC002",
  name: "generic-title",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    const { outline, metadata, frontMatter } = document;
    const title = outline.title;
    if (title === undefined || !GENERIC.has(normaliseHeading(title.title))) return;
    const other = frontMatter?.data.title ?? metadata.find(({ key }) => key === "title")?.value;
    if (typeof other === "string" && !GENERIC.has(normaliseHeading(other))) return;
    const what = document.kind === "postmortem" ? "what failed, and when" : "the alert or the task it is for";
    yield {
      range: title.heading,
      message: `The title "${title.title}" fits every other document as well. Name ${what}.`,
    };
  },
});
