import { rangeOf } from "../../syntax/nodes.ts";
import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../support/shorten.ts";

/** Items that tell what was done: they need no owner any more. */
const DONE =
  /^\W*(?:we(?: have|'ve|’ve)? (?:already |also )?\w+ed\b|(?:done|completed?|fixed|resolved|implemented)\b)|\b(?:has|have) (?:already |now )?been \w+(?:ed|en|n)\b|\b(?:done|completed)\)?[.!]?$/i;

/** PM051. */
export const actionWithoutOwner = defineRule({
  docs: {
    what: "Reports, once a section, that open action items have no owner. An owner is a handle, a name or a team, in the item, in a column, or in a name line above the list; `??` and `TBD` are nobody. Items that are done need none.",
    why: "An item that belongs to everybody is done by nobody: three of four real postmortems name no owner at all, and their actions are what the next postmortem repeats.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "Who watches the disk?",
        bad: `# Messages delayed on 2025-01-31

## Action items

- Alert when a broker's disk is 80 % full
- Add the retention job to the migration guide (@kim)
`,
      },
      {
        title: "Each item has its owner",
        good: `# Messages delayed on 2025-01-31

## Action items

| Action | Owner | Ticket |
| --- | --- | --- |
| Alert when a broker's disk is 80 % full | Storage team | OPS-12 |
| Add the retention job to the migration guide | @kim | OPS-13 |
`,
      },
    ],
  },
  code: "PM051",
  name: "action-without-owner",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document }) {
    for (const section of document.actionSections) {
      const inSection = document.actions.filter(({ range }) => contains(section.body, range));
      // Beside a table of actions, a list explains it.
      const tables = section.content.filter(({ type }) => type === "table").map(rangeOf);
      const inTables = inSection.filter(({ range }) => tables.some((table) => contains(table, range)));
      const items = inTables.length > 0 ? inTables : inSection;
      const open = items.filter(({ done, text }) => !done && !DONE.test(text) && text.trim() !== "");
      const ownerless = open.filter(({ owner }) => owner === undefined);
      if (ownerless.length === 0) continue;
      const many = open.length > 1;
      yield {
        range: section.heading,
        message: many
          ? `${ownerless.length} of ${open.length} open action items have no owner. Name a person or a team in each.`
          : "The open action item has no owner. Name a person or a team.",
        related: ownerless.map(({ range, text }) => ({ range, message: `No owner: ${shorten(text)}` })),
      };
    }
  },
});
