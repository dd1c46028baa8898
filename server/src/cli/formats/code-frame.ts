import type { LineIndex } from "../../core/syntax/line-index.ts";
import type { Range } from "../../core/syntax/range.ts";
import { columnsOf, visibleLine } from "./visible-text.ts";

/** A line of the document with a marker below it. */
export interface CodeFrame {
  /** 1-based. */
  readonly line: number;
  /** As it is shown: tabs expanded, controls made visible, cut to the width with `…`. */
  readonly source: string;
  /** Spaces and carets, to be put below `source`. */
  readonly marker: string;
  /** 1-based last line of a range that goes on below this line; undefined when it does not. */
  readonly until: number | undefined;
}

const ELLIPSIS = "…";

/**
 * Shows where a range begins. The marker covers the range as far as it lies on its first line with text, and at least
 * one column. A line wider than `width` columns is cut around the range's start.
 */
export function codeFrame(text: string, lines: LineIndex, range: Range, width: number): CodeFrame {
  const first = lines.lineAt(range.start);
  // The end is exclusive: one at the start of a line belongs to the line before it.
  const last = Math.max(first, lines.lineAt(Math.max(range.start, range.end - 1)));
  const bounds = lines.lineRange(first);
  const start = Math.min(Math.max(range.start, bounds.start), bounds.end);
  const end = Math.min(Math.max(range.end, start), bounds.end);
  const source = visibleLine(text.slice(bounds.start, bounds.end));
  const from = columnsOf(visibleLine(text.slice(bounds.start, start)));
  const to = Math.max(from + 1, columnsOf(visibleLine(text.slice(bounds.start, end))));
  const cut = cutAround(source, from, to, Math.max(10, width));
  const marker = " ".repeat(cut.from) + "^".repeat(Math.max(1, cut.to - cut.from));
  return { line: first + 1, source: cut.source, marker, until: last > first ? last + 1 : undefined };
}

/** Cuts a line to `width` columns so that column `from` stays in sight with some text before it. */
function cutAround(
  source: string,
  from: number,
  to: number,
  width: number,
): { readonly source: string; readonly from: number; readonly to: number } {
  const whole = columnsOf(source);
  if (whole <= width && to <= width) return { source, from, to };
  if (from >= whole) {
    // An empty range behind the last character of a long line.
    const tail = takeColumns(source, Math.max(0, whole - width + 2), width - 2);
    return { source: `${ELLIPSIS}${tail.text}`, from: columnsOf(tail.text) + 1, to: columnsOf(tail.text) + 2 };
  }
  const begin = from <= width * 0.6 ? 0 : from - Math.floor(width * 0.3);
  const left = begin > 0 ? ELLIPSIS : "";
  const part = takeColumns(source, begin, width - left.length - 1);
  const right = part.end < whole ? ELLIPSIS : "";
  const shift = left.length - part.begin;
  const shown = `${left}${part.text}${right}`;
  return { source: shown, from: from + shift, to: Math.min(to + shift, columnsOf(shown)) };
}

/** The characters between two columns; a wide character at an edge is left out whole. */
function takeColumns(source: string, begin: number, width: number): { text: string; begin: number; end: number } {
  let column = 0;
  let first: number | undefined;
  let text = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(source)) {
    const columns = columnsOf(segment);
    if (column >= begin) {
      first ??= column;
      if (column + columns > first + width) break;
      text += segment;
    }
    column += columns;
  }
  return { text, begin: first ?? column, end: column };
}
