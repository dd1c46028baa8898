import * as z from "zod";
import { defineRule } from "../rule.ts";
import { documentStart } from "../support/document-start.ts";
import { hasFields } from "../support/has-fields.ts";
import { insertFields } from "../support/insert-fields.ts";

/** The fields that can be asked for, with their labels; the order is that of the scaffold. */
const FIELDS = {
  severity: "Severity",
  status: "Status",
  owner: "Owner",
  services: "Services",
  started: "Started",
  detected: "Detected",
  mitigated: "Mitigated",
  resolved: "Resolved",
  reviewed: "Reviewed",
} as const;

const fields = z.array(
  z.enum(["severity", "status", "owner", "services", "started", "detected", "mitigated", "resolved", "reviewed"]),
);
const options = z.strictObject({
  postmortem: fields.default(["severity", "status", "owner"]).describe("Fields that a postmortem should have."),
  runbook: fields.default([]).describe("Fields that a runbook should have."),
});

/** DOC018. */
export const missingMetadata = defineRule({
  docs: {
    what: "Reports a document without fields that it should have: for a postmortem severity, status and owner (or authors), for a runbook none unless the options say so. The front matter counts, lines such as `**Severity**: SEV-2`, and tables near the top. One finding a document, which lists them. A document that writes no fields at all, not even a date, is left alone: its team keeps them elsewhere.",
    why: "Severity and status are what lists of incidents are sorted by, and the owner is whom a reader asks.",
    examples: [
      {
        title: "How bad was it, and who knows about it?",
        bad: `# Messages delayed

**Date**: 2025-01-31
**Status**: Final
`,
        fixed: `# Messages delayed

**Date**: 2025-01-31
**Status**: Final
**Severity**: TODO
**Owner**: TODO
`,
      },
      {
        title: "All three",
        good: `# Messages delayed

| Date | 2025-01-31 |
| --- | --- |
| Severity | SEV-2 |
| Status | Final |
| Author | Ann |
`,
      },
    ],
  },
  code: "DOC018",
  name: "missing-metadata",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  options,
  *check({ document, options: wanted }) {
    const keys = wanted[document.kind];
    // `draft: false`, as blog generators have it, is a status.
    const isDraftSaid = document.frontMatter?.data["draft"] !== undefined;
    const has = (key: string): boolean =>
      document.metadata.some((field) => field.key === key) || (key === "status" && isDraftSaid);
    const missing = keys.filter((key) => !has(key));
    if (missing.length === 0 || !hasFields(document)) return;
    const labels = missing.map((key) => FIELDS[key]);
    yield {
      range: document.outline.title?.heading ?? documentStart(document.syntax.text),
      message: `This ${document.kind} does not say its ${listed(labels)}. Add ${labels.length === 1 ? "the field" : "the fields"} to the front matter or below the title.`,
      fixes: [
        {
          title: `Insert ${labels.join(", ")} to fill in`,
          safety: "unsafe",
          edits: insertFields(
            document,
            missing.map((key) => ({ label: FIELDS[key], key, value: "TODO" })),
          ),
        },
      ],
    };
  },
});

function listed(labels: readonly string[]): string {
  const names = labels.map((label) => label.toLowerCase());
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
