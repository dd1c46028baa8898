import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { categoryFixes } from "../support/categorise.ts";

/** PM041. */
export const uncategorisedRestoration = defineRule({
  docs: {
    what: "Reports a restoration section in which no step has a category of the taxonomy: as a label (`**Rollback**: …`), in brackets, or as `**Category:** rollback`. Off by default.",
    why: "A team that counts its ways back knows which to practise.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "Which kind?",
        bad: `# Messages delayed on 2025-01-31

## Restoration

At 14:31 the rollback to version 6 began.
`,
        fixed: `# Messages delayed on 2025-01-31

## Restoration

At 14:31 the rollback to version 6 began.

**Category:** rollback
`,
      },
      {
        title: "Named",
        good: `# Messages delayed on 2025-01-31

## Restoration

**Rollback**: at 14:31 version 6 was put back.
`,
      },
    ],
  },
  code: "PM041",
  name: "uncategorised-restoration",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    const [section] = document.outline.byId("restoration");
    if (section === undefined) return;
    const inSection = document.restoration.filter(({ range }) => contains(section.body, range));
    if (inSection.length === 0 || inSection.some(({ category }) => category !== undefined)) return;
    const { categories } = document.structure.taxonomies.restoration;
    const some = categories.slice(0, 3).map(({ id }) => id);
    yield {
      range: section.heading,
      message: `"${section.title}" names no category of restorations. Add "**Category:** …" with one of ${categories.length}: ${some.join(", ")}, …`,
      fixes: categoryFixes(document.syntax.text, section, document.structure.taxonomies.restoration),
    };
  },
});
