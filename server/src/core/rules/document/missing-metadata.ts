import * as z from "zod";
import type { IncidentDocument } from "../../model/document.ts";
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

type Field = keyof typeof FIELDS;

/** Sections that name people who can be asked about the incident. */
const PEOPLE = /^\W*(?:attendees|authors?|owners?|responders|participants|contributors|people|who)\b/i;

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
    const has = (key: Field): boolean => isSaid(document, key);
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

/** Also where the field stands further down, on a line of its own or as a section, or in the manner of blog generators. */
function isSaid({ metadata, frontMatter, outline, syntax }: IncidentDocument, key: Field): boolean {
  if (metadata.some((field) => field.key === key)) return true;
  if (key === "status" && frontMatter?.data["draft"] !== undefined) return true;
  if (key === "owner" && outline.sections.some(({ title }) => PEOPLE.test(title))) return true;
  return new RegExp(`(?:^|[|>*_-])[\\s*_]*${FIELDS[key]}s?[\\s*_]*[:：]`, "im").test(syntax.text);
}

function listed(labels: readonly string[]): string {
  const names = labels.map((label) => label.toLowerCase());
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
