import type { Nodes } from "mdast";
import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import { linesOf } from "../../model/lines.ts";
import { plainText, rangeOf } from "../../syntax/nodes.ts";

/** An introduction of fewer characters names the subject; a longer one says what happened. */
const LEAD_LENGTH = 60;

/** An alert's name as heading: `HighMemoryPressure`, `manifestwork_apply_failed`. */
const ALERT_NAME = /^(?:[A-Z][a-z0-9]+){2,}$|^[a-z0-9]+(?:_[a-z0-9]+)+$/;

/** A field whose key is none of ours: a bold label and a value that is no sentence. */
const FIELD = /^(?:[-*+]\s+)?(?:\*\*|__)[^*_:]{2,40}?(?::(?:\*\*|__)|(?:\*\*|__)\s*[:–—-]).{0,60}$/;

/**
 * Whether running text introduces the document: behind its title or the first headings that only name the subject (an H2
 * where there is no H1, an alert's name), before the first section. Fields (`**Date**: …`) and sections that are labels introduce nothing.
 */
export function hasLead(document: PostmortemDocument | RunbookDocument): boolean {
  const names = nameHeadings(document);
  const labelled = new Set<Nodes>(
    document.outline.sections.filter(({ origin }) => origin === "label").flatMap(({ content }) => content),
  );
  let length = 0;
  for (const node of document.syntax.root.children) {
    if (node.type === "heading" && !names.includes(rangeOf(node).start)) break;
    if (labelled.has(node)) continue;
    if (node.type === "paragraph" || node.type === "list" || node.type === "blockquote")
      length += withoutFields(document, node).length;
  }
  return length >= LEAD_LENGTH;
}

/** The offsets of the headings that name the subject. */
function nameHeadings({ outline }: PostmortemDocument | RunbookDocument): readonly number[] {
  const [first, second] = outline.sections.filter(({ origin }) => origin !== "label");
  if (first === undefined || (first !== outline.title && first.id !== undefined)) return [];
  const isAlert = second !== undefined && second.id === undefined && ALERT_NAME.test(second.title.trim());
  return (isAlert ? [first, second] : [first]).map(({ heading }) => heading.start);
}

/** The text of a block without the lines that are fields of the document. */
function withoutFields({ metadata, syntax }: PostmortemDocument | RunbookDocument, node: Nodes): string {
  const block = rangeOf(node);
  const keys = metadata.map(({ keyRange }) => keyRange.start).filter((at) => at >= block.start && at < block.end);
  const lines = linesOf(syntax.text, block);
  const prose = lines.filter(
    (line) =>
      !keys.some((at) => at >= line.start && at <= line.end) && !FIELD.test(syntax.text.slice(line.start, line.end)),
  );
  if (prose.length === lines.length) return plainText(node);
  return prose.map((line) => syntax.text.slice(line.start, line.end)).join("\n");
}
