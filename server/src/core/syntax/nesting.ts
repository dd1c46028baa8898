import type { Range } from "./range.ts";

/** Deeper than any real document: the deepest of 2,084 measured ones has 7 levels. */
const DEEPEST_NESTING = 40;

/** Longer than any line of a document that a person wrote; longer lines are data that was pasted in. */
const LONGEST_LINE = 100_000;

/** Markers in front of a line's text: quotes and list bullets, which can be chained without end (`> > - - 1. x`). */
const CONTAINER_MARKERS = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;
const MARKER = />|[-*+](?=[ \t])|\d+[.)]/g;

/**
 * Finds the first line on which a CommonMark parser would spend more than linear time: a chain of quote or list markers
 * (`> > > …`, `* * * …` with text) deeper than a person writes, or a line of 100,000 characters.
 * Thematic breaks (`* * *`) are short and never reach the limit.
 */
export function findHostileNesting(text: string): Range | undefined {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > LONGEST_LINE) return { start, end };
    if (end - start > DEEPEST_NESTING) {
      const markers = CONTAINER_MARKERS.exec(text.slice(start, Math.min(end, start + 4096)))?.[0];
      if (markers !== undefined && (markers.match(MARKER)?.length ?? 0) > DEEPEST_NESTING) return { start, end };
    }
    start = end + 1;
  }
  return undefined;
}
