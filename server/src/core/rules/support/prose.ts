import type { Nodes } from "mdast";
import { isParent, rangeOf } from "../../syntax/nodes.ts";
import type { Syntax } from "../../syntax/parse.ts";

/** One block of running text, as long as its source, so that an index in `text` plus `start` is an offset. */
export interface Prose {
  /** The source with markup, link targets and HTML as spaces, and each character of inline code as U+FFFC. */
  readonly text: string;
  readonly start: number;
  readonly block: "paragraph" | "heading" | "tableCell";
}

/** A stretch of prose that ends like a sentence, with the offset of its first character. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** Stands for a character of inline code: no letter, no space, and in no word list. */
const CODE = "\uFFFC";

/**
 * Collects the prose of nodes in document order: what a person wrote as text. Fences, HTML, link targets and the text of
 * bare addresses are no prose.
 */
export function readProse(syntax: Syntax, nodes: readonly Nodes[]): readonly Prose[] {
  const found: Prose[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      const range = rangeOf(node);
      const units = [...syntax.text.slice(range.start, range.end).replace(/[^\r\n]/g, " ")];
      fill(syntax, node, units, range.start);
      found.push({ text: units.join(""), start: range.start, block: node.type });
    } else if (isParent(node)) {
      node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return found;
}

function fill(syntax: Syntax, node: Nodes, units: string[], base: number): void {
  const { start, end } = rangeOf(node);
  if (node.type === "text") {
    for (let at = start; at < end; at++) units[at - base] = syntax.text.charAt(at);
  } else if (node.type === "inlineCode") {
    for (let at = start; at < end; at++) units[at - base] = CODE;
  } else if (node.type === "link" && isAutolink(syntax, node)) {
    return;
  } else if (isParent(node)) {
    for (const child of node.children) fill(syntax, child, units, base);
  }
}

function isAutolink(syntax: Syntax, node: Nodes): boolean {
  return syntax.text.charAt(rangeOf(node).start) !== "[";
}

/** Cuts prose at full stops, question and exclamation marks before a space, at semicolons, and at the ends of blocks. */
export function readSentences(prose: readonly Prose[]): readonly Sentence[] {
  return prose.flatMap(({ text, start }) =>
    [...text.matchAll(/[\s\S]+?(?:[.!?;](?=\s|$)|[。！？]|$)/g)]
      .filter((match) => match[0].trim() !== "")
      .map((match) => ({
        text: match[0],
        start: start + match.index + (match[0].length - match[0].trimStart().length),
      }))
      .map((sentence) => ({ text: sentence.text.trim(), start: sentence.start })),
  );
}
