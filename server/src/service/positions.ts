import type { Range as LspRange } from "vscode-languageserver-types";
import type { LineIndex } from "../core/syntax/line-index.ts";
import type { Range } from "../core/syntax/range.ts";

/** Offsets to lines and characters. Both count UTF-16 code units, so nothing is converted but the shape. */
export function toLspRange(lines: LineIndex, range: Range): LspRange {
  return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** Lines and characters to offsets; places outside the text are brought to its nearest end. */
export function toOffsets(lines: LineIndex, range: LspRange): Range {
  const start = lines.offsetAt(range.start);
  return { start, end: Math.max(start, lines.offsetAt(range.end)) };
}
