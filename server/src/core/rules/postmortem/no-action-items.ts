import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";

/** What says that nothing is to be done, or where the items are kept. */
const ANSWERED =
  /^\W*(?:none|no (?:further |additional |follow.?up )?(?:actions?|items?|follow.?ups?)|n\/a|nothing)\b/i;

/** PM050. */
export const noActionItems = defineRule({
  docs: {
    what: 'Reports an action section with text but without a single item: no list, no table. A section that links to where the items are kept, or says that there are none ("None, because …"), is fine; an empty one is `empty-section`, a missing one `missing-section`.',
    why: "Intentions in running text are nobody's task: they can't be assigned, ticked off or counted, and the next incident finds them undone.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "An intention",
        bad: `# Messages delayed on 2025-01-31

## Action items

We want to get better at watching disks.
`,
      },
      {
        title: "An item",
        good: `# Messages delayed on 2025-01-31

## Action items

- Alert when a broker's disk is 80 % full (@kim, OPS-12, by 2025-02-14)
`,
      },
    ],
  },
  code: "PM050",
  name: "no-action-items",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document }) {
    if (document.actions.length > 0) return;
    const [section] = document.outline.byId("actions");
    if (section === undefined) return;
    const body = document.syntax.text.slice(section.body.start, section.body.end).replace(/<!--[\s\S]*?-->/g, "");
    if (!/[\p{L}\p{N}]/u.test(body) || ANSWERED.test(body.replace(/^[\s:*_]+/, ""))) return;
    if (document.links.some((link) => contains(section.body, link.range))) return;
    // Sub-headings are items too.
    if (section.content.some(({ type }) => type === "list" || type === "table" || type === "heading")) return;
    yield {
      range: section.heading,
      message: `"${section.title}" has text but no item. Write each action as an item of a list, with its owner and its ticket, or say "None, because …".`,
    };
  },
});
