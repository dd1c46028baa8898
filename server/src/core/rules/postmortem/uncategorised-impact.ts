import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { categoryFixes } from "../support/categorise.ts";
import { impactText } from "../support/impact-text.ts";

/** PM035. */
export const uncategorisedImpact = defineRule({
  docs: {
    what: "Reports an impact section in which no statement has a category of the taxonomy: as a label (`**Users affected**: …`), a column, or `**Category:** availability`. Off by default.",
    why: "Users, money, data, trust: an impact that is sorted by whom it hurt can be compared with that of another incident.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "Which kind?",
        bad: `# Messages delayed on 2025-01-31

## Impact

Latency rose to 40 minutes for messages with pictures.
`,
        fixed: `# Messages delayed on 2025-01-31

## Impact

Latency rose to 40 minutes for messages with pictures.

**Category:** availability
`,
      },
      {
        title: "Named",
        good: `# Messages delayed on 2025-01-31

## Impact

**Users affected**: 1,200 saw messages up to 40 minutes late.
`,
      },
    ],
  },
  code: "PM035",
  name: "uncategorised-impact",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    const section = impactText(document)?.section;
    if (section === undefined) return;
    const inSection = document.impact.filter(({ range }) => contains(section.body, range));
    if (inSection.length === 0 || inSection.some(({ category }) => category !== undefined)) return;
    const { categories } = document.structure.taxonomies.impact;
    const some = categories.slice(0, 3).map(({ id }) => id);
    yield {
      range: section.heading,
      message: `"${section.title}" names no category of impacts. Add "**Category:** …" with one of ${categories.length}: ${some.join(", ")}, …`,
      fixes: categoryFixes(document.syntax.text, section, document.structure.taxonomies.impact),
    };
  },
});
