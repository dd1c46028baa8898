import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import { linesOf } from "../../model/lines.ts";
import { normaliseHeading, type SectionSpec } from "../../schema/section-spec.ts";
import type { PostmortemSection } from "../../schema/structure.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import { hasLead } from "./has-lead.ts";
import { tellsWhatToDo } from "./instructions.ts";
import { readProse } from "./prose.ts";

/** What stands in for a section: other sections that answer the same question. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  "root-cause": ["contributing"],
  contributing: ["root-cause"],
  overview: ["symptoms"],
};

/** Headings that promise changes, by any name: "Short-term improvements", "How we prevent this". */
const CHANGES = /\b(?:improvements?|follow[- ]?ups?|prevent\w*|next steps|to-?dos?|changes (?:we|to))\b/i;

/** A bold label with something behind it. */
const FIELD = /^(?:\*\*|__)([^*_:]{2,40}?)(?::(?:\*\*|__)|(?:\*\*|__)\s*[:–—-])\s*\S/;

/** The sections of the document's kind, in the order of the scaffold, with the titles and levels of its profile. */
export function sectionCatalogue(document: PostmortemDocument | RunbookDocument): readonly PostmortemSection[] {
  const { postmortemSections, runbookSections } = document.structure;
  if (document.kind === "postmortem") return postmortemSections;
  const { profile } = document;
  return runbookSections.map((spec) => ({
    ...spec,
    title: profile === "procedure" ? (spec.procedureTitle ?? spec.title) : spec.title,
    level: spec.level[profile],
  }));
}

/**
 * Lists the required sections that the document has neither as heading nor as label, in the order of the scaffold.
 * An introduction counts as summary or overview; in a procedure, steps or commands anywhere count as its steps.
 * `ignored` and `required` are ids that the configuration takes out and adds.
 */
export function missingSections(
  document: PostmortemDocument | RunbookDocument,
  required: readonly string[],
  ignored: readonly string[],
): readonly SectionSpec[] {
  const combined = combinedTitles(document);
  return sectionCatalogue(document).filter((spec) => {
    const { id, level } = spec;
    if (ignored.includes(id) || !(required.includes(id) || level === "required")) return false;
    if ([id, ...(STAND_INS[id] ?? [])].some((other) => document.outline.byId(other).length > 0)) return false;
    if (combined.some((title) => title === normaliseHeading(spec.title) || spec.aliases.includes(title))) return false;
    return !isImplied(document, id) && !isField(document, spec);
  });
}

function isImplied(document: PostmortemDocument | RunbookDocument, id: string): boolean {
  if (id === "summary" || id === "overview") return hasLead(document);
  if (id === "actions") return document.outline.sections.some(({ title }) => CHANGES.test(title));
  if (id !== "mitigation" || document.kind !== "runbook" || document.profile === "alert") return false;
  if (document.codeBlocks.length > 0 || document.syntax.root.children.some(({ type }) => type === "list")) return true;
  return readProse(document.syntax, document.syntax.root.children).some(
    ({ text, block }) => block !== "heading" && tellsWhatToDo(text),
  );
}

/** The parts of headings such as "Diagnosis and mitigation", which are two sections in one. */
function combinedTitles(document: PostmortemDocument | RunbookDocument): readonly string[] {
  return document.outline.sections.flatMap(({ title }) => {
    const parts = normaliseHeading(title).split(/\s*(?:\band\b|[&/,+])\s*/);
    return parts.length > 1 ? parts : [];
  });
}

/** Whether a line of the fields below the title is labelled with a name of the section: `**Impact**: nobody could pay`. */
function isField(document: PostmortemDocument | RunbookDocument, spec: SectionSpec): boolean {
  const { text, root } = document.syntax;
  const end = document.outline.sections.find(({ id, origin }) => id !== undefined && origin !== "label")?.heading.start;
  return root.children.some((node) => {
    const block = rangeOf(node);
    if (node.type !== "paragraph" || block.start >= (end ?? text.length)) return false;
    return linesOf(text, block).some((line) => {
      const label = FIELD.exec(text.slice(line.start, line.end))?.[1];
      if (label === undefined) return false;
      const name = normaliseHeading(label);
      return name === normaliseHeading(spec.title) || [...spec.aliases, ...(spec.translations ?? [])].includes(name);
    });
  });
}
