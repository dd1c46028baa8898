import type { Table } from "mdast";
import { plainText, rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";

/** A cell: what a reader sees, and where it stands. */
export interface Cell {
  readonly text: string;
  /** Without the pipes and the white space beside them; empty, behind the pipe, for an empty cell. */
  readonly range: Range;
}

/** A body row of a table. */
export interface Row {
  readonly range: Range;
  readonly cells: readonly Cell[];
}

/** A table's header and body; rows may be shorter or longer than the header. */
export interface TableContent {
  readonly header: readonly Cell[];
  readonly rows: readonly Row[];
}

/** Reads a GFM table of the tree over `text`. */
export function readTable(text: string, table: Table): TableContent {
  const [header, ...rows] = table.children.map((row) => ({
    range: rangeOf(row),
    cells: row.children.map((cell) => ({ text: plainText(cell).trim(), range: inner(text, rangeOf(cell)) })),
  }));
  return { header: header?.cells ?? [], rows };
}

/** The parser gives a cell its pipes and padding; what a rule points at is the text between them. */
function inner(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  if (text[from] === "|") from++;
  if (to > from && text[to - 1] === "|" && text[to - 2] !== "\\") to--;
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}
