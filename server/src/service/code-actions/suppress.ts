import type { RootContent } from "mdast";
import type { IncidentDocument } from "../../core/model/document.ts";
import type { Finding, TextEdit } from "../../core/rules/rule.ts";
import { documentStart } from "../../core/rules/support/document-start.ts";
import { lineBreakOf } from "../../core/rules/support/line-break.ts";
import { rangeOf } from "../../core/syntax/nodes.ts";
import { contains, type Range } from "../../core/syntax/range.ts";
import { readSuppressions, type Suppression, type SuppressionKind } from "../../core/syntax/suppressions.ts";

/** A way to silence a rule by a comment. */
export interface SuppressionAction {
  /** What the user reads: "Disable PM014 for this line". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Stands where the author has to say why. */
const REASON = "reason";

/** Findings about the comments themselves, the configuration, or ourselves are not silenced by a comment. */
const NEVER = /^(?:SUP|CF|INT)|^DOC000$/;

/**
 * Comments that silence a finding: for its block, when one can be put before the block without tearing a list, a table
 * or a fence apart; and for the file. A comment that is already there gets one more code.
 */
export function suppressions(document: IncidentDocument, finding: Finding): SuppressionAction[] {
  if (NEVER.test(finding.code)) return [];
  const comments = readSuppressions(document.syntax);
  const near = nearSuppression(document, finding, comments);
  return [...(near ? [near] : []), fileSuppression(document, finding.code, comments)];
}

function nearSuppression(
  { syntax }: IncidentDocument,
  { code, range }: Finding,
  comments: readonly Suppression[],
): SuppressionAction | undefined {
  const { text, lines, root } = syntax;
  const whole = documentStart(text);
  if (range.start === whole.start && range.end === whole.end) return undefined;
  const index = root.children.findIndex((node) => rangeOf(node).end > range.start || rangeOf(node).end === text.length);
  const block = root.children[index];
  if (block === undefined || isFrontMatter(block)) return undefined;
  const { start, end } = rangeOf(block);
  const eol = lineBreakOf(text);
  const lineStart = Math.max(lines.lineRange(lines.lineAt(start)).start, documentStart(text).start);
  const above = { start: lineStart, end: lineStart };
  const firstLine = lines.lineAt(range.start) <= lines.lineAt(start);
  const title = `Disable ${code} for this ${firstLine ? "line" : nameOf(block)}`;

  const firstItem = block.type === "list" ? block.children[0] : undefined;
  if (firstItem === undefined || range.start < rangeOf(firstItem).end) {
    const before = root.children[index - 1];
    const edit =
      extend(comments, "disable-next-line", code, before ? rangeOf(before) : undefined) ??
      insertion(above.start, `<!-- runbook-disable-next-line ${code} -- ${REASON} -->${eol}`);
    return { title, edits: [edit] };
  }
  const edits = [insertion(above.start, `<!-- runbook-disable ${code} -- ${REASON} -->${eol}`)];
  // At the end of the text there is nothing left to enable for.
  if (text.slice(end).trim() !== "") edits.push(insertion(end, `${eol}<!-- runbook-enable ${code} -->`));
  return { title: `Disable ${code} for this list`, edits };
}

function fileSuppression(
  { syntax }: IncidentDocument,
  code: string,
  comments: readonly Suppression[],
): SuppressionAction {
  const { text, root } = syntax;
  const title = `Disable ${code} for this file`;
  const extended = extend(comments, "disable-file", code, { start: 0, end: text.length });
  if (extended) return { title, edits: [extended] };
  const eol = lineBreakOf(text);
  const comment = `<!-- runbook-disable-file ${code} -- ${REASON} -->`;
  const first = root.children[0];
  if (first !== undefined && isFrontMatter(first)) {
    return { title, edits: [insertion(rangeOf(first).end, `${eol}${eol}${comment}`)] };
  }
  return { title, edits: [insertion(documentStart(text).start, `${comment}${eol}${eol}`)] };
}

/** Two comments above each other would leave the first without a line to speak of: so one more code in the first. */
function extend(
  comments: readonly Suppression[],
  kind: SuppressionKind,
  code: string,
  within: Range | undefined,
): TextEdit | undefined {
  const comment = comments.find((other) => other.kind === kind && within && contains(within, other.range));
  const last = comment?.targets.findLast(({ text }) => text !== undefined);
  return last ? insertion(last.range.end, ` ${code}`) : undefined;
}

function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function isFrontMatter(node: RootContent): boolean {
  // TOML has no node type of its own in mdast's core vocabulary.
  return node.type === "yaml" || String(node.type) === "toml";
}

function nameOf(block: RootContent): string {
  switch (block.type) {
    case "list":
    case "table":
    case "paragraph":
      return block.type;
    case "code":
      return "code block";
    case "blockquote":
      return "quote";
    default:
      return "block";
  }
}
