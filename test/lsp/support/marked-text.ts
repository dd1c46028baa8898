import type { Position, Range, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";

const MARK = "▮";

/** A text without its `▮` marks, and the places where they stood. */
export interface MarkedText {
  readonly text: string;
  readonly positions: readonly Position[];
  /** The first mark. */
  readonly cursor: Position;
  /** From the first mark to the second, or an empty range at the only one. */
  readonly range: Range;
}

/** Reads `"## Time▮line"`. */
export function readMarks(marked: string): MarkedText {
  const [first = "", ...rest] = marked.split(MARK);
  const text = first + rest.join("");
  const document = TextDocument.create("x:", "", 0, text);
  const positions: Position[] = [];
  let offset = first.length;
  for (const part of rest) {
    positions.push(document.positionAt(offset));
    offset += part.length;
  }
  const cursor = positions[0] ?? { line: 0, character: 0 };
  return { text, positions, cursor, range: { start: cursor, end: positions[1] ?? cursor } };
}

/** The text after the edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("x:", "", 0, text), [...edits]);
}
