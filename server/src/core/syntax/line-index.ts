import type { Range } from "./range.ts";

/** A place in a text as LSP counts it: 0-based line, 0-based UTF-16 code unit in that line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets and positions of one text. Lines end at LF, CRLF or a lone CR, as in LSP and CommonMark. */
export interface LineIndex {
  readonly lineCount: number;
  /** Clamps: an offset before the text is its start, one behind it is its end. */
  positionAt(offset: number): Position;
  /** Clamps: a character behind the line's end is the line's end, before its line break. */
  offsetAt(position: Position): number;
  /** The line without its line break. Line numbers outside the text give an empty range at the nearer end. */
  lineRange(line: number): Range;
  /** The line number that holds `offset`. */
  lineAt(offset: number): number;
}

const LF = 10;
const CR = 13;

/** Builds the index in one pass. */
export function createLineIndex(text: string): LineIndex {
  const starts: number[] = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === CR && text.charCodeAt(offset + 1) === LF) offset++;
    if (unit === CR || unit === LF) starts.push(offset + 1);
  }

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const lineRange = (line: number): Range => {
    if (line < 0) return { start: 0, end: 0 };
    const start = starts[line];
    if (start === undefined) return { start: text.length, end: text.length };
    let end = starts[line + 1] ?? text.length;
    while (end > start && (text.charCodeAt(end - 1) === LF || text.charCodeAt(end - 1) === CR)) end--;
    return { start, end };
  };

  return {
    lineCount: starts.length,
    lineAt,
    lineRange,
    positionAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lineAt(clamped);
      return { line, character: clamped - (starts[line] ?? 0) };
    },
    offsetAt({ line, character }) {
      const range = lineRange(line);
      return Math.max(range.start, Math.min(range.start + character, range.end));
    },
  };
}
