import type { Section } from "../../model/outline.ts";
import { defineRule } from "../rule.ts";

/** DOC007. */
export const duplicateSection = defineRule({
  docs: {
    what: "Reports a known section that its document has twice under the same name, side by side: two headings `Impact` of one level below one heading. The same name below different headings is none, nor is a series of three and more, as for several alerts in one file.",
    why: "Mostly the second one was left by a merge, or by a template pasted twice. Readers stop at the first, and what stands in the second is lost.",
    examples: [
      {
        title: "Left by a merge",
        bad: "# Messages delayed\n\n## Impact\n\n3 % of messages were late.\n\n## Timeline\n\n- 14:02 UTC: first alert\n\n## Impact\n\nTwo customers asked for a refund.\n",
      },
      {
        title: "One section for all of it",
        good: "# Messages delayed\n\n## Impact\n\n3 % of messages were late. Two customers asked for a refund.\n\n## Timeline\n\n- 14:02 UTC: first alert\n",
      },
    ],
  },
  code: "DOC007",
  name: "duplicate-section",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    const counts = new Map<string, number>();
    const keyOf = ({ depth, id, title }: Section): string => `${depth} ${id} ${title.trim().toLowerCase()}`;
    for (const section of document.outline.sections) counts.set(keyOf(section), (counts.get(keyOf(section)) ?? 0) + 1);
    const seen = new Map<Section | undefined, Map<string, Section>>();
    for (const section of document.outline.sections) {
      if (section.id === undefined || section.origin === "label") continue;
      const key = keyOf(section);
      // Three and more are a series: one "Description" for each alert or panel of a file.
      if ((counts.get(key) ?? 0) > 2) continue;
      const siblings = seen.get(section.parent) ?? new Map<string, Section>();
      seen.set(section.parent, siblings);
      const first = siblings.get(key);
      if (first === undefined) {
        siblings.set(key, section);
        continue;
      }
      const line = document.syntax.lines.lineAt(first.heading.start) + 1;
      yield {
        range: section.heading,
        message: `There is a section "${section.title}" in line ${line} already. Bring the two together, or name what makes them different.`,
        related: [{ range: first.heading, message: `The first "${first.title}"` }],
      };
    }
  },
});
