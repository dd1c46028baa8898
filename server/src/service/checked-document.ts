import type { IncidentDocument } from "../core/model/document.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { LineIndex } from "../core/syntax/line-index.ts";

/** One version of a file with all that is known of it: what every language feature works on. Immutable. */
export interface CheckedDocument {
  readonly uri: string;
  /** The editor's version of the text; null when the file is not open and the text came from disk. */
  readonly version: number | null;
  readonly text: string;
  readonly lines: LineIndex;
  /** Undefined for a configuration file. */
  readonly document: IncidentDocument | undefined;
  readonly findings: readonly Finding[];
}
