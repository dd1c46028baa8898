import type { Nodes, Parents, Root } from "mdast";
import { createLineIndex, type LineIndex } from "./line-index.ts";
import { isParent, rangeOf, walk } from "./nodes.ts";
import type { Range } from "./range.ts";

/**
 * Gives a place to the nodes that the parser makes without one: it finds some bare addresses (`[https://…`) by a search
 * in the text of a finished paragraph, and splits that text. Each is looked for between its neighbours; where it cannot
 * be found, because of an escape before it, it gets all of the gap. Changes the tree.
 */
export function placeNodes(text: string, root: Root): void {
  let lines: LineIndex | undefined;
  walk(root, (node) => {
    if (!isParent(node) || node.children.every((child) => child.position)) return;
    lines ??= createLineIndex(text);
    placeChildren(text, lines, node);
  });
}

const NEARBY = 200;

function placeChildren(text: string, lines: LineIndex, parent: Parents): void {
  const around = parent.type === "root" ? { start: 0, end: text.length } : rangeOf(parent);
  // From behind: the end of the gap before each child is where the next child with a place begins.
  const ends: number[] = [];
  let next = around.end;
  for (let index = parent.children.length - 1; index >= 0; index--) {
    ends[index] = next;
    next = parent.children[index]?.position?.start.offset ?? next;
  }
  let from = around.start;
  for (const [index, child] of parent.children.entries()) {
    if (!child.position) {
      const range = find(text, child, from, ends[index] ?? around.end);
      child.position = { start: pointAt(lines, range.start), end: pointAt(lines, range.end) };
    }
    from = rangeOf(child).end;
  }
}

function find(text: string, node: Nodes, from: number, end: number): Range {
  const value = "value" in node ? node.value : isParent(node) ? firstValue(node) : undefined;
  if (value === undefined || value === "" || from > end) return { start: Math.min(from, end), end };
  // The pieces of a text follow each other closely; a bound keeps the search linear where one is not found.
  const at = text.slice(from, Math.min(end, from + value.length + NEARBY)).indexOf(value);
  return at < 0 ? { start: from, end } : { start: from + at, end: from + at + value.length };
}

function firstValue(node: Parents): string | undefined {
  const [first] = node.children;
  return first && "value" in first ? first.value : undefined;
}

/** Lines and columns of mdast count from 1. */
function pointAt(lines: LineIndex, offset: number): { line: number; column: number; offset: number } {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}
