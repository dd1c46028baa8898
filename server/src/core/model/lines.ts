import type { Range } from "../syntax/range.ts";

/** The lines of a stretch of text, without indentation, trailing white space and line breaks; empty ones left out. */
export function linesOf(text: string, range: Range): Range[] {
  const lines: Range[] = [];
  const pattern = /[^\r\n]+/g;
  const source = text.slice(range.start, range.end);
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const trimmed = match[0].trimStart();
    const start = range.start + match.index + match[0].length - trimmed.length;
    const end = start + trimmed.trimEnd().length;
    if (end > start) lines.push({ start, end });
  }
  return lines;
}
