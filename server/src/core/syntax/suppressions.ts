import type { Nodes, Parents } from "mdast";
import { isParent, rangeOf } from "./nodes.ts";
import type { Syntax } from "./parse.ts";
import type { Range } from "./range.ts";

/** What a suppression comment does. `enable` ends a `disable`. */
export type SuppressionKind = "disable-next-line" | "disable" | "enable" | "disable-file";

/** A rule as a comment names it, by code or by name, not yet known to exist; or all rules. */
export interface SuppressionTarget {
  /** Undefined: all rules. */
  readonly text: string | undefined;
  /** The name in the comment; the whole comment when it names none. */
  readonly range: Range;
  /** Where findings are silenced, by their start. Empty for `enable`, and where nothing follows the comment. */
  readonly scope: Range;
}

/** One `<!-- runbook-disable… -->` comment. */
export interface Suppression {
  readonly kind: SuppressionKind;
  /** From `<!--` to `-->`. */
  readonly range: Range;
  /** At least one. */
  readonly targets: readonly SuppressionTarget[];
  /** What stands behind ` -- `; undefined when nothing does. */
  readonly reason: string | undefined;
}

const COMMENT = /<!--\s*runbook-(disable-next-line|disable-file|disable|enable)(?![\w-])([\s\S]*?)-->/g;
const TABLE_DELIMITER_ROW = /^(?=.*\|)[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*$/;

/**
 * Collects the suppression comments of a document, in the order of the text, with the stretch each one silences.
 * Only HTML that the parser sees counts: the text of a comment inside a fence or inline code is none.
 *
 * "Next line" is the block that follows a comment on a line of its own (a paragraph, a heading, a whole fence or table,
 * the first item of a list), and the next line with content where the comment stands inside text, such as a table cell.
 * A `disable` ends at the next `enable` that names the same rule or none.
 */
export function readSuppressions(syntax: Syntax): readonly Suppression[] {
  if (!syntax.text.includes("runbook-")) return [];
  const found: Suppression[] = [];
  const visit = (node: Nodes, parent: Parents | undefined, next: Nodes | undefined): void => {
    if (node.type === "html") found.push(...readComments(syntax, node, parent, next));
    if (!isParent(node)) return;
    for (const [index, child] of node.children.entries()) visit(child, node, node.children[index + 1]);
  };
  visit(syntax.root, undefined, undefined);
  return found.map((comment, index) => {
    if (comment.kind !== "disable") return comment;
    const following = found.slice(index + 1);
    return { ...comment, targets: comment.targets.map((target) => untilEnabled(target, following)) };
  });
}

function readComments(
  syntax: Syntax,
  html: Nodes,
  parent: Parents | undefined,
  next: Nodes | undefined,
): readonly Suppression[] {
  const place = rangeOf(html);
  const source = syntax.text.slice(place.start, place.end);
  const isBlock = parent?.type === "root" || parent?.type === "listItem" || parent?.type === "blockquote";
  return [...source.matchAll(COMMENT)].map((match) => {
    const range = { start: place.start + match.index, end: place.start + match.index + match[0].length };
    const kind = toKind(match[1] ?? "");
    const bodyStart = range.end - "-->".length - (match[2] ?? "").length;
    const { names, reason } = readBody(match[2] ?? "", bodyStart);
    const scope = scopeOf(kind, range, syntax, isBlock ? next : undefined, isBlock);
    const all = [{ text: undefined, range, scope }];
    return { kind, range, reason, targets: names.length > 0 ? names.map((name) => ({ ...name, scope })) : all };
  });
}

function toKind(word: string): SuppressionKind {
  if (word === "disable-next-line" || word === "disable-file" || word === "enable") return word;
  return "disable";
}

function readBody(
  body: string,
  start: number,
): { readonly names: readonly { text: string; range: Range }[]; readonly reason: string | undefined } {
  const separator = /(?:^|\s)--(?=\s|$)/.exec(body);
  const list = separator ? body.slice(0, separator.index) : body;
  const reason = separator ? body.slice(separator.index + separator[0].length).trim() : "";
  const names = [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    text: match[0],
    range: { start: start + match.index, end: start + match.index + match[0].length },
  }));
  return { names, reason: reason === "" ? undefined : reason };
}

function scopeOf(
  kind: SuppressionKind,
  comment: Range,
  syntax: Syntax,
  next: Nodes | undefined,
  isBlock: boolean,
): Range {
  const nothing = { start: comment.end, end: comment.end };
  if (kind === "disable-file") return { start: 0, end: syntax.text.length + 1 };
  if (kind === "disable") return { start: comment.end, end: syntax.text.length + 1 };
  if (kind === "enable") return nothing;
  if (next === undefined) return isBlock ? nothing : nextLine(comment, syntax);
  const block = next.type === "list" ? (next.children[0] ?? next) : next;
  const range = rangeOf(block);
  // From the line's start, so that a finding on an item's marker or a fence's indentation is meant too.
  return { start: lineStart(syntax, range.start), end: Math.max(range.end, range.start + 1) };
}

function nextLine(comment: Range, syntax: Syntax): Range {
  for (let line = syntax.lines.lineAt(comment.end) + 1; line < syntax.lines.lineCount; line++) {
    const range = syntax.lines.lineRange(line);
    const content = syntax.text.slice(range.start, range.end);
    if (content.trim() !== "" && !TABLE_DELIMITER_ROW.test(content)) return { start: range.start, end: range.end + 1 };
  }
  return { start: comment.end, end: comment.end };
}

function lineStart(syntax: Syntax, offset: number): number {
  return syntax.lines.lineRange(syntax.lines.lineAt(offset)).start;
}

function untilEnabled(target: SuppressionTarget, following: readonly Suppression[]): SuppressionTarget {
  const end = following.find(
    ({ kind, targets }) =>
      kind === "enable" &&
      targets.some(({ text }) => text === undefined || text.toLowerCase() === target.text?.toLowerCase()),
  );
  return end ? { ...target, scope: { start: target.scope.start, end: end.range.start } } : target;
}
