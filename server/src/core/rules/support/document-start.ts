import type { Range } from "../../syntax/range.ts";

/** The empty range at the first character of a document, behind a byte order mark: for findings on the whole of it. */
export function documentStart(text: string): Range {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  return { start, end: start };
}
