import { defineRule } from "../rule.ts";
import { documentStatus } from "../support/document-status.ts";
import { createKnownOwners } from "../support/known-owners.ts";
import { openActions } from "../support/open-actions.ts";
import { shorten } from "../support/shorten.ts";

/** PM051. */
export const actionWithoutOwner = defineRule({
  docs: {
    what: `Reports, once a section, that open action items have no owner. An owner is a handle, a name or a team, in the item, in a column, or in a name line above the list; \`??\` and \`TBD\` are nobody. Items that are done need none. Where the configuration lists \`owners\`, only those count.

A warning where the document names the owner of another item, for then this one was forgotten, where its status is final, and where the configuration lists owners. Else an information: half of all real postmortems name no owner at all, which is the habit of a house rather than a slip, and a draft may still find them. A severity in the configuration holds for all.`,
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
  *check({ document, owners }) {
    const known = owners && createKnownOwners(owners);
    const isForgotten =
      documentStatus(document) === "final" || document.actions.some(({ owner }) => owner !== undefined);
    for (const { section, open } of openActions(document)) {
      const ownerless = open.filter(({ owner, text }) => {
        if (known === undefined) return owner === undefined;
        return !(owner === undefined ? known.isNamedIn(text) : known.has(owner));
      });
      if (ownerless.length === 0) continue;
      const many = open.length > 1;
      yield {
        range: section.heading,
        message: many
          ? `${ownerless.length} of ${open.length} open action items have no owner. Name a person or a team in each.`
          : "The open action item has no owner. Name a person or a team.",
        ...(known === undefined && !isForgotten ? { severity: "information" as const } : {}),
        related: ownerless.map(({ range, text, owner }) => ({
          range,
          message: owner === undefined ? `No owner: ${shorten(text)}` : `"${owner}" is none of the configured owners.`,
        })),
      };
    }
  },
});
