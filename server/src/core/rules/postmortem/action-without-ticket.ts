import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { openActions } from "../support/open-actions.ts";
import { shorten } from "../support/shorten.ts";

/** Addresses that hold the tickets of a whole section: a board, a milestone, a search. */
const BOARD = /\/(?:projects?|milestones?|boards?|epics?|labels?)\b|\/issues\/?(?:\?|$)|trello\.com\/b\/|jira|jql=/i;

/** PM052. */
export const actionWithoutTicket = defineRule({
  docs: {
    what: "Reports, once a section, that open action items name no ticket: no address of an issue, no `#123`, no `OPS-12`, none in the form that the configuration's `tickets` give. A link to a board or a milestone answers for the whole section.",
    why: "A postmortem is read twice, a tracker daily. What is in no tracker is not planned, and nobody sees that it was not done.",
    references: ["https://response.pagerduty.com/after/post_mortem_process/"],
    examples: [
      {
        title: "Where will it be planned?",
        bad: `# Messages delayed on 2025-01-31

## Action items

- Alert when a broker's disk is 80 % full (@kim)
`,
      },
      {
        title: "OPS-12",
        good: `# Messages delayed on 2025-01-31

## Action items

- Alert when a broker's disk is 80 % full (@kim, OPS-12)
`,
      },
    ],
  },
  code: "PM052",
  name: "action-without-ticket",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    for (const { section, open } of openActions(document)) {
      const without = open.filter(({ ticket }) => ticket === undefined);
      if (without.length === 0) continue;
      if (document.links.some(({ range, url }) => contains(section.body, range) && BOARD.test(url))) continue;
      yield {
        range: section.heading,
        message:
          open.length > 1
            ? `${without.length} of ${open.length} open action items have no ticket. Name the issue in each.`
            : "The open action item has no ticket. Name its issue.",
        related: without.map(({ range, text }) => ({ range, message: `No ticket: ${shorten(text)}` })),
      };
    }
  },
});
