import { defineRule } from "../rule.ts";

const NAMES = { mitigate: "mitigate", document: "document" } as const;

/** PM055. */
export const onlyMitigatingActions = defineRule({
  docs: {
    what: "Reports an action section whose items, two or more, all only soften or describe the next incident: none prevents it, detects it sooner or changes how work is done. An item's kind is read from its column, label or sub-heading, else from its verb; one whose kind is not known counts as prevention. Off by default.",
    why: "A better runbook shortens the next outage. It takes a change of the system for there to be none.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "It will happen again, better documented",
        bad: `# Messages delayed on 2025-01-31

## Action items

- Document how to clear a broker's disk (@kim, OPS-12)
- Mitigate full disks with a larger volume (@lee, OPS-13)
`,
      },
      {
        title: "One item prevents it",
        good: `# Messages delayed on 2025-01-31

## Action items

- Document how to clear a broker's disk (@kim, OPS-12)
- Switch the retention job on in the migration itself (@lee, OPS-13)
`,
      },
    ],
  },
  code: "PM055",
  name: "only-mitigating-actions",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "none",
  *check({ document }) {
    const { actions, actionSections } = document;
    const [section] = actionSections;
    if (section === undefined || actions.length < 2) return;
    if (!actions.every(({ type }) => type !== undefined && type in NAMES)) return;
    yield {
      range: section.heading,
      message: `All ${actions.length} action items only soften or describe the next incident. Add one that prevents it or shows it sooner.`,
    };
  },
});
