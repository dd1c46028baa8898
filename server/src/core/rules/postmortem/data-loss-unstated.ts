import { severityLevel } from "../../schema/taxonomies/severities.ts";
import { defineRule } from "../rule.ts";
import { impactText } from "../support/impact-text.ts";
import { appendStatement } from "../support/statement-insert.ts";

const DATA_LOSS =
  /\bdata\b[^.\n]{0,40}\b(?:loss|lost|corrupt\w*|integrity|intact|damaged?|missing|deleted|exposed|leak\w*|breach\w*|safe|affected)\b|\b(?:los[est]+|loss of|corrupt\w*|delet\w+|damaged?|missing|exposed|leak\w*)\b[^.\n]{0,40}\b(?:data|records?|rows?|files?|messages?|events?|orders?|transactions?|backups?)\b|\b(?:none|nothing|no \w+) (?:was|were) lost\b|\bout of sync\b|\bnot (?:\w+ )?(?:uploaded|saved|stored|written|persisted|recorded|ingested)\b|データ(?:の)?(?:損失|欠損|消失)|数据丢失/i;

/** PM034. */
export const dataLossUnstated = defineRule({
  docs: {
    what: 'Reports an impact section that says nothing about lost or damaged data, there or in the summary. An explicit "No data was lost" counts. Off by default; where it is on, a warning at severity 1 and 2.',
    why: "It is the first question of every customer and every auditor, and silence is read either way.",
    examples: [
      {
        title: "Was anything lost?",
        bad: `# Messages delayed on 2025-01-31

## Impact

For 45 minutes about 3 % of the users saw late messages.
`,
        fixed: `# Messages delayed on 2025-01-31

## Impact

For 45 minutes about 3 % of the users saw late messages.

**Data loss:** TBD
`,
      },
      {
        title: "No",
        good: `# Messages delayed on 2025-01-31

## Impact

For 45 minutes about 3 % of the users saw late messages; no data was lost.
`,
      },
    ],
  },
  code: "PM034",
  name: "data-loss-unstated",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    const impact = impactText(document);
    if (impact === undefined || DATA_LOSS.test(impact.said)) return;
    if (impact.statements.some(({ category }) => category === "data-loss")) return;
    const severity = document.metadata.find(({ key }) => key === "severity")?.value;
    const level = severity === undefined ? undefined : severityLevel(severity, document.structure.severities);
    const isSevere = level === "sev1" || level === "sev2";
    yield {
      range: impact.section.heading,
      message: `"${impact.section.title}" does not say whether data was lost or damaged. State what, or that none was.`,
      ...(isSevere ? { severity: "warning" as const } : {}),
      fixes: appendStatement(document.syntax.text, impact.section, "Data loss"),
    };
  },
});
