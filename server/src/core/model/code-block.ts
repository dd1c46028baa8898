import type { Code } from "mdast";
import type { Range } from "../syntax/range.ts";

/** A fenced or indented code block with the places of its parts in the document. */
export interface CodeBlock {
  readonly node: Code;
  /** Fences included. */
  readonly range: Range;
  /** `fenced` blocks can run; `indented` ones never do. */
  readonly form: "fenced" | "indented";
  /** First word of the info string in lower case, without braces; undefined when there is none. */
  readonly language: string | undefined;
  /** The info string as written; empty range behind the fence when there is none. */
  readonly infoRange: Range;
  /** The content as the parser gives it: container indentation and the last line break removed. */
  readonly value: string;
  /** For each line of `value`, its place in the document (without its indentation and line break). */
  readonly lineRanges: readonly Range[];
  /** False when the closing fence is missing and the block runs to the end of the document or container. */
  readonly closed: boolean;
  /** Number of spaces (columns) before the opening fence. */
  readonly indent: number;
}
