import type { ListItem, Paragraph, RootContent, Table } from "mdast";
import { plainText, rangeOf } from "../../syntax/nodes.ts";
import type { Range } from "../../syntax/range.ts";
import { plainSource } from "../inline-source.ts";
import type { Section } from "../outline.ts";
import { readTable } from "../table.ts";

/** One thing that a section says: a list item, a sentence, a table's row or cell. */
export interface Statement {
  /** Plain text. In a table with its header in front: `Incident Duration: 24h`. */
  readonly text: string;
  readonly range: Range;
  /** What stands around it and may name its kind, nearest first: bold labels, column headers, labels of outer items, sub-headings. */
  readonly labels: readonly string[];
}

const SENTENCE_END = /[.!?](?=["')\]*_]*\s)|[。！？]/g;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|no|fig|cf|incl|resp|Mr|Ms|Dr|St)|\b[A-Z])\.$/i;

/** Collects the statements of a section, those of its sub-sections included. Code, quotes of logs and HTML say nothing. */
export function collectStatements(text: string, section: Section): Statement[] {
  const statements: Statement[] = [];
  const add = (said: string, range: Range, labels: readonly string[]): void => {
    if (/[\p{L}\p{N}]/u.test(said)) statements.push({ text: said, range, labels });
  };

  const readParagraph = (node: Paragraph, labels: readonly string[], isLead: boolean): string | undefined => {
    const range = clip(rangeOf(node), section.body.start);
    const label = range.start === rangeOf(node).start ? boldLabel(node) : undefined;
    const own = label === undefined ? labels : [label, ...labels];
    const said = plainSource(text.slice(range.start, range.end)).replace(/^[\s:：–—-]+/, "");
    // "The impact was:" and "**User impact**:" introduce what follows; they state nothing.
    if (/[:：]$/.test(said)) return label ?? (isLead ? said.slice(0, -1) : undefined);
    if (isLead) add(said, trimStart(text, range), own);
    else
      for (const sentence of sentencesOf(text, range))
        add(plainSource(text.slice(sentence.start, sentence.end)), sentence, own);
    return label;
  };

  const readItem = (item: ListItem, labels: readonly string[]): void => {
    let inner = labels;
    for (const [index, child] of item.children.entries()) {
      if (child.type !== "paragraph") readBlocks([child], inner);
      else {
        const label = readParagraph(child, labels, index === 0);
        if (index === 0 && label !== undefined) inner = [label, ...labels];
      }
    }
  };

  const readCells = (table: Table, labels: readonly string[]): void => {
    const { header, rows } = readTable(text, table);
    for (const row of rows) {
      const [first, second] = row.cells;
      if (header.length === 2 && first && second) {
        add(`${first.text}: ${second.text}`, row.range, [first.text, ...labels]);
        continue;
      }
      for (const [index, cell] of row.cells.entries()) {
        const name = header[index]?.text ?? "";
        if (cell.text !== "") add(name === "" ? cell.text : `${name}: ${cell.text}`, cell.range, [name, ...labels]);
      }
    }
  };

  const readBlocks = (blocks: readonly RootContent[], outer: readonly string[]): void => {
    let labels = outer;
    for (const node of blocks) {
      if (node.type === "heading") labels = [plainText(node), ...outer];
      else if (node.type === "paragraph") {
        const label = readParagraph(node, labels, false);
        // "**Affected Features:**" alone on its line is the label of the list below.
        if (label !== undefined && /[:：][\s*_]*$/.test(text.slice(rangeOf(node).start, rangeOf(node).end)))
          labels = [label, ...outer];
      } else if (node.type === "list") for (const item of node.children) readItem(item, labels);
      else if (node.type === "listItem") readItem(node, labels);
      else if (node.type === "blockquote") readBlocks(node.children, labels);
      else if (node.type === "table") readCells(node, labels);
    }
  };
  readBlocks(section.content, [section.title]);
  return statements;
}

/** `**Error rate**: …` or `**Error rate** – …`: what the bold text says. */
function boldLabel(node: Paragraph): string | undefined {
  const [first, second] = node.children;
  if (first?.type !== "strong") return undefined;
  const label = plainText(first).trim();
  if (/[:：]$/.test(label)) return label.slice(0, -1);
  return second?.type === "text" && /^\s*(?:\([^)]*\)\s*)?[:：–—-]/.test(second.value) ? label : undefined;
}

function sentencesOf(text: string, range: Range): Range[] {
  const sentences: Range[] = [];
  const source = text.slice(range.start, range.end);
  let from = 0;
  const push = (to: number): void => {
    const trimmed = trimStart(text, { start: range.start + from, end: range.start + to });
    if (trimmed.end > trimmed.start) sentences.push(trimmed);
    from = to;
  };
  for (const match of source.matchAll(SENTENCE_END)) {
    const to = match.index + 1;
    if (!ABBREVIATION.test(source.slice(Math.max(0, to - 8), to))) push(to);
  }
  push(source.length);
  return sentences;
}

function clip(range: Range, start: number): Range {
  return { start: Math.min(Math.max(range.start, start), range.end), end: range.end };
}

function trimStart(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /[\s:*_)\]"']/.test(text[from] ?? "") && !/\*\*|__/.test(text.slice(from, from + 2))) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}
