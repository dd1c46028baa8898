import { severityLevel } from "../../schema/taxonomies/severities.ts";
import { defineRule } from "../rule.ts";
import { openActions } from "../support/open-actions.ts";
import { shorten } from "../support/shorten.ts";

/** PM053. */
export const actionWithoutDueDate = defineRule({
  docs: {
    what: 'Reports, once a section, that open action items have no due date: none in a column, none behind "by" or "due". Off by default; where it is on, a warning at severity 1 and 2.',
    why: "What has no date is always less urgent than what has one.",
    references: ["https://www.atlassian.com/incident-management/postmortem"],
    examples: [
      {
        title: "By when?",
        bad: `# Messages delayed on 2025-01-31

## Action items

- Alert when a broker's disk is 80 % full (@kim, OPS-12)
`,
      },
      {
        title: "By the 14th",
        good: `# Messages delayed on 2025-01-31

## Action items

- Alert when a broker's disk is 80 % full by 2025-02-14 (@kim, OPS-12)
`,
      },
    ],
  },
  code: "PM053",
  name: "action-without-due-date",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "none",
  *check({ document }) {
    const severity = document.metadata.find(({ key }) => key === "severity")?.value;
    const level = severity === undefined ? undefined : severityLevel(severity, document.structure.severities);
    for (const { section, open } of openActions(document)) {
      const without = open.filter(({ due }) => due === undefined);
      if (without.length === 0) continue;
      yield {
        range: section.heading,
        message:
          open.length > 1
            ? `${without.length} of ${open.length} open action items have no due date. Say by when each is done.`
            : "The open action item has no due date. Say by when it is done.",
        ...(level === "sev1" || level === "sev2" ? { severity: "warning" as const } : {}),
        related: without.map(({ range, text }) => ({ range, message: `No due date: ${shorten(text)}` })),
      };
    }
  },
});
