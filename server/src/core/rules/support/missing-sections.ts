import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import { POSTMORTEM_SECTIONS } from "../../schema/postmortem-sections.ts";
import { RUNBOOK_SECTIONS } from "../../schema/runbook-sections.ts";
import type { SectionSpec } from "../../schema/section-spec.ts";
import { plainText } from "../../syntax/nodes.ts";

/** What stands in for a section: other sections that answer the same question. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  "root-cause": ["contributing"],
  restoration: [],
};

/** An introduction of fewer characters names the subject; a longer one says what happened. */
const LEAD_LENGTH = 60;

/** The canonical sections of the document's kind, in the order of the scaffold. */
export function sectionCatalogue(document: PostmortemDocument | RunbookDocument): readonly SectionSpec[] {
  return document.kind === "postmortem" ? POSTMORTEM_SECTIONS : RUNBOOK_SECTIONS;
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
  return sectionCatalogue(document).filter(({ id }) => {
    if (ignored.includes(id) || !(required.includes(id) || isRequired(document, id))) return false;
    return (
      ![id, ...(STAND_INS[id] ?? [])].some((other) => document.outline.byId(other).length > 0) &&
      !isImplied(document, id)
    );
  });
}

function isRequired(document: PostmortemDocument | RunbookDocument, id: string): boolean {
  if (document.kind === "postmortem") return POSTMORTEM_SECTIONS.find((spec) => spec.id === id)?.level === "required";
  return RUNBOOK_SECTIONS.find((spec) => spec.id === id)?.level[document.profile] === "required";
}

function isImplied(document: PostmortemDocument | RunbookDocument, id: string): boolean {
  if (id === "summary" || id === "overview") return hasLead(document);
  if (id !== "mitigation" || document.kind !== "runbook" || document.profile === "alert") return false;
  return document.codeBlocks.length > 0 || document.procedures.length > 0 || document.syntax.root.children.some(isList);
}

function isList(node: { readonly type: string }): boolean {
  return node.type === "list";
}

/** Whether running text stands before the first section (behind the title). */
function hasLead(document: PostmortemDocument | RunbookDocument): boolean {
  const title = document.outline.title?.heading.start;
  let length = 0;
  for (const node of document.syntax.root.children) {
    if (node.type === "heading" && node.position?.start.offset !== title) break;
    if (node.type === "paragraph" || node.type === "list" || node.type === "blockquote")
      length += plainText(node).length;
  }
  return length >= LEAD_LENGTH;
}
