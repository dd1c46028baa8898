import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import { editDistance } from "../../schema/configuration-nearest.ts";
import { normaliseHeading } from "../../schema/section-spec.ts";
import { defineRule, type Fix } from "../rule.ts";
import { sectionCatalogue } from "../support/missing-sections.ts";

const SHORTEST = 6;
/** From this length on, two letters may differ. */
const LONG = 13;

/** DOC008. */
export const misspeltSection = defineRule({
  docs: {
    what: "Reports a heading that is no known section but differs from the name of one by a letter or two: `Toubleshooting`, `Root casue`. The fix corrects the heading.",
    why: "A misspelt heading is no section to any search, report or rule: the document then seems to lack it.",
    examples: [
      {
        title: "Two letters swapped",
        bad: "# Messages delayed\n\n## Root casue\n\nThe retention job was off.\n",
        fixed: "# Messages delayed\n\n## Root cause\n\nThe retention job was off.\n",
      },
      { title: "A section of the team's own", good: "# Messages delayed\n\n## Root access\n\nNobody had it.\n" },
    ],
  },
  code: "DOC008",
  name: "misspelt-section",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "safe",
  *check({ document }) {
    const names = sectionCatalogue(document).flatMap(({ title, aliases }) => [normaliseHeading(title), ...aliases]);
    for (const section of document.outline.sections) {
      if (section.id !== undefined || section.origin === "label" || section === document.outline.title) continue;
      const written = normaliseHeading(section.title);
      const meant = nearest(written, names);
      if (meant === undefined) continue;
      const fix = rename(section, written, meant, document);
      yield {
        range: section.heading,
        message: `"${section.title}" is no known section; "${meant}" is. Correct the heading.`,
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});

function nearest(written: string, names: readonly string[]): string | undefined {
  if (written.length < SHORTEST || !/^[a-z' /-]+$/.test(written)) return undefined;
  const limit = written.length < LONG ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of names) {
    // A typing error leaves the first letter and the words in place: "notes" and "nodes" are two words, "mitigation" one.
    if (Math.abs(name.length - written.length) > limit || name.length < SHORTEST || name[0] !== written[0]) continue;
    if (name.split(" ").length !== written.split(" ").length) continue;
    // A known name that stands where it means something else, or another form of the word, is no error.
    if (stem(name) === stem(written)) return undefined;
    const distance = editDistance(written, name);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Without the endings of number and form: "fixes" and "fix", "communicating" and "communication" are one. */
function stem(name: string): string {
  return name.replace(/(?:ings?|ions?|ed|er|es|s|e)(?= |$)/g, "");
}

function rename(
  section: Section,
  written: string,
  meant: string,
  { syntax }: PostmortemDocument | RunbookDocument,
): Fix | undefined {
  const source = syntax.text.slice(section.heading.start, section.heading.end);
  const at = source.toLowerCase().indexOf(written);
  if (at < 0) return undefined;
  const start = section.heading.start + at;
  const old = source.slice(at, at + written.length);
  const newText = inCaseOf(old, meant);
  return {
    title: `Correct the heading to "${newText}"`,
    safety: "safe",
    edits: [{ range: { start, end: start + written.length }, newText }],
  };
}

/** Upper case as the author has it: all letters, each word, or the first one. */
function inCaseOf(old: string, meant: string): string {
  if (old === old.toUpperCase()) return meant.toUpperCase();
  const words = old.split(" ");
  return meant
    .split(" ")
    .map((word, index) => (/^\p{Lu}/u.test(words[index] ?? "") ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(" ");
}
