/**
 * A half-open stretch of text, `[start, end)`, in 0-based UTF-16 offsets into the document exactly as it was given
 * (a byte order mark counts as one unit, a CRLF as two): the unit of JavaScript strings and of LSP positions.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `range`; the end counts as inside, because a cursor behind the last character belongs to it. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether `inner` lies wholly in `outer`; a range contains itself. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one character; two empty ranges at one place overlap, for edits there conflict. */
export function overlaps(a: Range, b: Range): boolean {
  if (a.start === b.start) return true;
  return a.start < b.end && b.start < a.end;
}
