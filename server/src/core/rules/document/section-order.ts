import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import { contains } from "../../syntax/range.ts";
import { defineRule, type Fix } from "../rule.ts";
import { withLineBreaksOf } from "../support/line-break.ts";

type Pair = readonly [before: string, after: string];

/**
 * The pairs that real postmortems agree on: 186 to 0, 110 to 2, 146 to 1, 58 to 3, 67 to 1, 18 to 0, 8 to 0. A timeline
 * behind the action items is how the Google SRE book's example has it.
 */
const POSTMORTEM_PAIRS: readonly Pair[] = [
  ["summary", "timeline"],
  ["summary", "root-cause"],
  ["root-cause", "actions"],
  ["impact", "restoration"],
  ["restoration", "lessons"],
  ["went-well", "went-wrong"],
  ["went-wrong", "got-lucky"],
];
/** The same of runbooks: 386 to 1, 368 to 2, 505 to 28, 94 to 6, 86 to 2. */
const RUNBOOK_PAIRS: readonly Pair[] = [
  ["overview", "impact"],
  ["impact", "diagnosis"],
  ["diagnosis", "mitigation"],
  ["mitigation", "verification"],
  ["mitigation", "escalation"],
];

/** DOC006. */
export const sectionOrder = defineRule({
  docs: {
    what: "Reports a section that stands behind one that readers expect after it. Only orders that nearly all real documents share are asked for: in a postmortem summary before timeline and root cause, root cause before action items, impact before restoration, restoration before lessons, what went well before what went wrong before luck; in a runbook overview, impact, diagnosis, mitigation, then verification and escalation (`Troubleshooting` behind the steps is for when they fail). Sections are compared where both are headings of one level below one heading. The fix moves the section.",
    why: "Readers skim: who looks for the cause expects to have read what happened, and who fixes expects to have been told how to check first.",
    examples: [
      {
        title: "Actions before the cause",
        bad: "# Messages delayed\n\n## Action items\n\n- Alert on disk above 80 % (@kim)\n\n## Root cause\n\nThe retention job was off.\n",
        fixed:
          "# Messages delayed\n\n## Root cause\n\nThe retention job was off.\n\n## Action items\n\n- Alert on disk above 80 % (@kim)\n",
      },
      {
        title: "Lessons and actions stand in either order",
        good: "# Messages delayed\n\n## Action items\n\n- Alert on disk above 80 % (@kim)\n\n## Lessons learned\n\nDisks fill up.\n",
      },
    ],
  },
  code: "DOC006",
  name: "section-order",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "unsafe",
  *check({ document }) {
    const reported = new Set<Section>();
    for (const [before, after] of document.kind === "postmortem" ? POSTMORTEM_PAIRS : RUNBOOK_PAIRS) {
      const late = onlySection(document, before);
      const early = onlySection(document, after);
      if (late === undefined || early === undefined || reported.has(late)) continue;
      if (before === "diagnosis" && !diagnosesFirst(document, late)) continue;
      if (late.parent !== early.parent || late.depth !== early.depth || late.heading.start < early.heading.start)
        continue;
      reported.add(late);
      yield {
        range: late.heading,
        message: `"${late.title}" stands behind "${early.title}": readers expect it before. Move it.`,
        related: [{ range: early.heading, message: `"${early.title}" stands here` }],
        fixes: [moveBefore(document, late, early)],
      };
    }
  },
});

/** In a procedure one does and then looks; "Troubleshooting" behind the steps is for when they fail. */
function diagnosesFirst(document: PostmortemDocument | RunbookDocument, { title }: Section): boolean {
  return document.kind === "runbook" && document.profile === "alert" && !/troubleshoot/i.test(title);
}

/** The one heading of a section: where there are several, their order says nothing. */
function onlySection({ outline }: PostmortemDocument | RunbookDocument, id: string): Section | undefined {
  const all = outline.byId(id);
  const [first] = all;
  if (first === undefined || first.origin !== "heading") return undefined;
  const others = all.filter((section) => section !== first && !contains(first.body, section.heading));
  return others.length === 0 ? first : undefined;
}

function moveBefore({ syntax }: PostmortemDocument | RunbookDocument, section: Section, target: Section): Fix {
  const { text } = syntax;
  const moved = text.slice(section.heading.start, section.body.end).trimEnd();
  const isLast = text.slice(section.body.end).trim() === "";
  // Behind the last section nothing stays, but the line break that ends the text.
  const start = isLast ? text.slice(0, section.heading.start).trimEnd().length : section.heading.start;
  const end = isLast ? section.heading.start + moved.length : section.body.end;
  return {
    title: `Move "${section.title}" before "${target.title}"`,
    safety: "unsafe",
    edits: [
      {
        range: { start: target.heading.start, end: target.heading.start },
        newText: `${moved}${withLineBreaksOf(text, "\n\n")}`,
      },
      { range: { start, end }, newText: "" },
    ],
  };
}
