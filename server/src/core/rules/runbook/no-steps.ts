import type { RunbookDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import { contains } from "../../syntax/range.ts";
import { defineRule, type Fix } from "../rule.ts";
import { tellsWhatToDo } from "../support/instructions.ts";
import { withLineBreaksOf } from "../support/line-break.ts";
import { sectionCatalogue } from "../support/missing-sections.ts";
import { readProse } from "../support/prose.ts";
import { sectionSkeleton } from "../support/skeleton.ts";

/** RB005. */
export const noSteps = defineRule({
  docs: {
    what: "Reports a runbook whose mitigation holds nothing to do: no step, no command, no list, no link, and no sentence that tells what to do. An empty section is `empty-section`, a missing one `missing-section`.",
    why: "The reader has an alert on the screen and comes for one thing: what to do now.",
    examples: [
      {
        title: "True, and of no use at night",
        path: "runbooks/GatewayDown.md",
        bad: `# GatewayDown

## Meaning

No gateway answers.

## Impact

Nobody can log in.

## Diagnosis

Look at the gateway's log.

## Mitigation

TBD
`,
        fixed: `# GatewayDown

## Meaning

No gateway answers.

## Impact

Nobody can log in.

## Diagnosis

Look at the gateway's log.

## Mitigation

TBD

- [ ] TODO: What to do (~1m)

  \`\`\`sh
  # TODO: command
  \`\`\`
`,
      },
      {
        title: "One sentence is enough",
        path: "runbooks/GatewayDown.md",
        good: `# GatewayDown

## Meaning

No gateway answers.

## Impact

Nobody can log in.

## Diagnosis

Look at the gateway's log.

## Mitigation

Restart the gateway from the console of the cloud.
`,
      },
    ],
  },
  code: "RB005",
  name: "no-steps",
  group: "runbook",
  kinds: ["runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const sections = document.outline.byId("mitigation");
    const [section] = sections;
    if (section === undefined || sections.some((one) => helps(one, document))) return;
    if (sections.every((one) => one.content.length === 0) || !isMain(section, document)) return;
    const fix = insertStep(section, document);
    yield {
      range: section.heading,
      message: `"${section.title}" has no step and no command, and its text does not tell what to do. Write the steps, or say why there is nothing to do.`,
      fixes: fix === undefined ? [] : [fix],
    };
  },
});

/** Below a section of another name, "Restore a backup" is one case of several, not what the runbook is for. */
function isMain(section: Section, document: RunbookDocument): boolean {
  const others = document.outline.sections.filter((one) => one.origin === "heading" && one !== document.outline.title);
  return others.every(({ depth }) => depth >= section.depth);
}

/** Whether a section holds anything that a reader can act on. */
function helps(section: Section, document: RunbookDocument): boolean {
  if (section.origin === "label") return true;
  const holds = document.codeBlocks.some(({ range }) => contains(section.body, range));
  if (holds || document.links.some(({ range }) => contains(section.body, range))) return true;
  // Sub-headings are steps or cases; an image shows what no rule can read; HTML may hold anything.
  const types = new Set<string>(section.content.map(({ type }) => type));
  if (["heading", "table", "blockquote", "list", "html", "definition"].some((type) => types.has(type))) return true;
  return readProse(document.syntax, section.content).some(({ text }) => tellsWhatToDo(text) || text.includes("\uFFFC"));
}

function insertStep(section: Section, document: RunbookDocument): Fix | undefined {
  const spec = sectionCatalogue(document).find(({ id }) => id === "mitigation");
  const skeleton = spec === undefined ? "" : sectionSkeleton(spec).trim();
  const last = section.content.at(-1);
  if (skeleton === "" || last === undefined) return undefined;
  const { text } = document.syntax;
  const { end } = rangeOf(last);
  return {
    title: "Insert a step to fill in",
    safety: "unsafe",
    edits: [{ range: { start: end, end }, newText: withLineBreaksOf(text, `\n\n${skeleton}`) }],
  };
}
