import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { categoryFixes } from "../support/categorise.ts";

/** PM020. */
export const uncategorisedCause = defineRule({
  docs: {
    what: "Reports a root cause without a category of the taxonomy: as a label (`**Capacity**: …`), in brackets, or as `**Category:** capacity`. The fixes offer the categories whose names stand in the text. Off by default: for teams that count their causes.",
    why: "What has a category can be counted, and only counted causes show that half of a year's incidents were one kind.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "Which kind?",
        bad: `# Messages delayed on 2025-01-31

## Root cause

The broker's disk was full: capacity was set by guess.
`,
        fixed: `# Messages delayed on 2025-01-31

## Root cause

The broker's disk was full: capacity was set by guess.

**Category:** capacity
`,
      },
      {
        title: "Named",
        good: `# Messages delayed on 2025-01-31

## Root cause

**Capacity**: the broker's disk was full; its size was set by guess.
`,
      },
    ],
  },
  code: "PM020",
  name: "uncategorised-cause",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    const [section] = document.outline.byId("root-cause");
    if (section === undefined) return;
    const inSection = document.causes.filter(({ range }) => contains(section.body, range));
    if (inSection.length === 0 || inSection.some(({ category }) => category !== undefined)) return;
    const { categories } = document.structure.taxonomies.rootCause;
    const some = categories.slice(0, 3).map(({ id }) => id);
    yield {
      range: section.heading,
      message: `"${section.title}" names no category of causes. Add "**Category:** …" with one of ${categories.length}: ${some.join(", ")}, …`,
      fixes: categoryFixes(document.syntax.text, section, document.structure.taxonomies.rootCause),
    };
  },
});
