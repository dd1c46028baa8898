import type { AnyRule } from "../../core/rules/rule.ts";
import type { Range } from "../../core/syntax/range.ts";
import type { CheckedDocument } from "../checked-document.ts";

/** Where completion is asked for, and what the client can do with the answer. */
export interface CompletionRequest {
  readonly checked: CheckedDocument;
  readonly offset: number;
  /** Whether the client understands `${1:placeholder}`; else placeholders are inserted as plain text. */
  readonly snippets: boolean;
  readonly rules: readonly AnyRule[];
}

/** The line around the cursor. */
export interface CursorLine {
  readonly range: Range;
  readonly before: string;
  readonly after: string;
}

/** The cursor's line in two halves, without its line break and without a byte order mark. */
export function cursorLine({ checked: { text, lines }, offset }: CompletionRequest): CursorLine {
  const whole = lines.lineRange(lines.lineAt(offset));
  const start = whole.start === 0 && text.startsWith("\uFEFF") ? Math.min(1, offset) : whole.start;
  const range = { start, end: whole.end };
  return { range, before: text.slice(start, offset), after: text.slice(offset, whole.end) };
}
