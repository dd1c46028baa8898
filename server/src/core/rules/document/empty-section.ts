import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import { defineRule, type Fix } from "../rule.ts";
import { withLineBreaksOf } from "../support/line-break.ts";
import { sectionCatalogue } from "../support/missing-sections.ts";
import { sectionSkeleton } from "../support/skeleton.ts";

/** A heading that begins with a time or a date is an event, and says all itself. */
const EVENT = /^\W*(?:\d{1,2}[:.h]\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}\s?[ap]m\b)/i;
/** A numbered heading of three words or more is a step that says what to do. */
const STEP = /^\W*(?:step\s+)?\d+[.):]?\s+\S+\s+\S+\s+\S/i;
const NUMBERED = /^\W*(?:(?:step|part|phase)\s+)?\d+\b/i;
/** Longer headings are sentences: they carry their own content. */
const LONGEST_NAME = 8;

/** DOC004. */
export const emptySection = defineRule({
  docs: {
    what: "Reports a heading with nothing between it and the next heading of the same or a higher level. A heading with sub-headings is not empty; nor is one that holds its content itself (`Severity: SEV-2`, `14:02 Alert fired`, `3. Restart the gateway`, a link).",
    why: "An empty section says that somebody meant to write something. At night a reader of a runbook can't tell whether there is nothing to do or whether nobody got round to writing it.",
    examples: [
      {
        title: "Nobody wrote the diagnosis",
        path: "runbooks/GatewayDown.md",
        bad: `# GatewayDown

## Meaning

No gateway answers.

## Impact

Nobody can log in.

## Diagnosis

## Mitigation

1. Restart the gateway.
`,
        fixed: `# GatewayDown

## Meaning

No gateway answers.

## Impact

Nobody can log in.

## Diagnosis

- [ ] TODO: What to do (~1m)

  \`\`\`sh
  # TODO: command
  \`\`\`

## Mitigation

1. Restart the gateway.
`,
      },
      {
        title: "An empty answer is said",
        path: "runbooks/GatewayDown.md",
        good: `# GatewayDown

## Meaning

No gateway answers.

## Impact

Nobody can log in.

## Diagnosis

None needed: the alert has one cause only, the gateway's process is gone.

## Mitigation

1. Restart the gateway.
`,
      },
    ],
  },
  code: "DOC004",
  name: "empty-section",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    for (const section of document.outline.sections) {
      if (!isEmpty(section, document)) continue;
      const fix = insertSkeleton(section, document);
      yield {
        range: section.heading,
        message: `The section "${section.title}" is empty. Write it, say why there is nothing to say ("None, because …"), or remove the heading.`,
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});

function isEmpty(section: Section, document: PostmortemDocument | RunbookDocument): boolean {
  if (section.origin === "label" || section === document.outline.title || section.title === "") return false;
  // What stands before the first section is a title even where every section is an H1.
  if (section.depth === 1 && section === document.outline.sections[0]) return false;
  if (section.content.some((node) => !(node.type === "html" && isComment(node.value)))) return false;
  return !holdsContent(section, document);
}

/** `Steps` in front of `1. Restart`, or a heading among headings that are links (a menu): its content is beside it. */
function isIntroduction(section: Section, document: PostmortemDocument | RunbookDocument): boolean {
  const headings = document.outline.sections.filter(({ origin }) => origin === "heading");
  const index = headings.indexOf(section);
  const next = headings[index + 1];
  if (next?.depth === section.depth && NUMBERED.test(next.title) && !NUMBERED.test(section.title)) return true;
  return [headings[index - 1], next].some(
    (other) => other !== undefined && /\]\(/.test(document.syntax.text.slice(other.heading.start, other.heading.end)),
  );
}

function isComment(html: string): boolean {
  return html.replace(/<!--[\s\S]*?-->/g, "").trim() === "";
}

function holdsContent(section: Section, document: PostmortemDocument | RunbookDocument): boolean {
  const source = document.syntax.text.slice(section.heading.start, section.heading.end);
  if (/\]\(|https?:\/\/|[`@|]|<%|\{\{/.test(source)) return true;
  // A colon introduces what follows, or holds it: `Severity: SEV-2`.
  if (EVENT.test(section.title) || /[:：]/.test(section.title)) return true;
  // A line of dashes below a sentence makes a heading of it, mostly unawares.
  if (section.id === undefined && /[\r\n]/.test(source)) return true;
  if (STEP.test(section.title) || isIntroduction(section, document)) return true;
  return section.id === undefined && section.title.split(/\s+/).length > LONGEST_NAME;
}

function insertSkeleton(section: Section, document: PostmortemDocument | RunbookDocument): Fix | undefined {
  const spec = sectionCatalogue(document).find(({ id }) => id === section.id);
  // Behind a comment in the section, a skeleton would stand above what the comment says.
  if (spec === undefined || section.content.length > 0) return undefined;
  const { text } = document.syntax;
  const end = section.heading.end;
  const atEnd = text.slice(end).trim() === "";
  const newText = `\n\n${sectionSkeleton(spec).trimEnd()}${atEnd && end === text.length ? "\n" : ""}`;
  return {
    title: `Insert a skeleton of "${section.title}"`,
    safety: "unsafe",
    edits: [{ range: { start: end, end }, newText: withLineBreaksOf(text, newText) }],
  };
}
