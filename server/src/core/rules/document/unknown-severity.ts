import { type SeveritySpec, severityLevel } from "../../schema/taxonomies/severities.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Not a level: text that still waits to be written is another rule's, and a house may say that it rates none. */
const NONE = /^\W*(?:tbd|tba|tbc|todo|n\/?a|unknown|not (?:set|known|rated|applicable)|none|\?+|-+|…|xxx?)?\W*$/i;
const LONGEST = 4;

/** DOC017. */
export const unknownSeverity = defineRule({
  docs: {
    what: "Reports a severity field whose value is on no scale that is known: SEV-1 to SEV-5, P1 to P5, critical to low, and the alert levels of Prometheus, or the scale that the configuration sets under `severities`. A value of more than four words is a description, and not looked at.",
    why: "What is on no scale can't be sorted or counted, and a reader has to guess how bad it was.",
    examples: [
      {
        title: "Which level is that?",
        bad: `# Messages delayed

**Date**: 2025-01-31
**Severity**: quite bad
`,
        fixed: `# Messages delayed

**Date**: 2025-01-31
**Severity**: SEV-1
`,
      },
      {
        title: "On a scale, with a word about it",
        good: `# Messages delayed

**Date**: 2025-01-31
**Severity**: SEV-2 (messages late)
`,
      },
    ],
  },
  code: "DOC017",
  name: "unknown-severity",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const { severities } = document.structure;
    for (const { key, value, valueRange } of document.metadata) {
      if (key !== "severity" || NONE.test(value) || value.trim().split(/\s+/).length > LONGEST) continue;
      if (/[<{[]/.test(value) || severityLevel(value, severities) !== undefined) continue;
      yield {
        range: valueRange,
        message: `"${value}" is no known severity. Known are ${severities.map(({ label }) => label).join(", ")} and their other spellings; the configuration can set a scale of your own under \`severities\`.`,
        fixes: severities.map((level) => replaceBy(level, valueRange)),
      };
    }
  },
});

function replaceBy({ label }: SeveritySpec, range: { readonly start: number; readonly end: number }): Fix {
  return { title: `Replace by ${label}`, safety: "unsafe", edits: [{ range, newText: label }] };
}
