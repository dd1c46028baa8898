import { defineRule } from "../rule.ts";
import { documentStart } from "../support/document-start.ts";
import { insertFields } from "../support/insert-fields.ts";

/** DOC020. */
export const noReviewDate = defineRule({
  docs: {
    what: "Reports a runbook that does not say when it was last reviewed (`reviewed`, also `last_reviewed_on` and the like). Off by default: few teams keep such a date.",
    why: "Whether a command can still be trusted depends on when somebody last tried it.",
    examples: [
      {
        title: "Reviewed when?",
        bad: `# Free disk space

## Steps

1. Delete old logs.
`,
        fixed: `# Free disk space

**Reviewed**: TODO

## Steps

1. Delete old logs.
`,
      },
      {
        title: "Says when",
        good: `# Free disk space

**Last reviewed**: 2025-01-05

## Steps

1. Delete old logs.
`,
      },
    ],
  },
  code: "DOC020",
  name: "no-review-date",
  group: "document",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    if (document.metadata.some(({ key }) => key === "reviewed")) return;
    yield {
      range: document.outline.title?.heading ?? documentStart(document.syntax.text),
      message: "This runbook does not say when it was last reviewed. Add the date of the last review.",
      fixes: [
        {
          title: "Insert a review date to fill in",
          safety: "unsafe",
          edits: insertFields(document, [{ label: "Reviewed", key: "reviewed", value: "TODO" }]),
        },
      ],
    };
  },
});
