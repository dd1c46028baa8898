import { applyFixes } from "../../core/fixes/apply-fixes.ts";
import type { Checked, Checker } from "../../workspace/checker.ts";

/** A text after its safe fixes. */
export interface FixedText {
  readonly text: string;
  /** What the checker says of the new text. */
  readonly checked: Checked;
  /** Number of fixes applied. */
  readonly applied: number;
}

/** A fix may lay open another finding; more turns than this would mean that two fixes undo one another. */
const MOST_TURNS = 10;

/** Applies the safe fixes of a text and checks again, until there is none left. */
export async function fixText(checker: Checker, uri: string, original: string): Promise<FixedText> {
  let text = original;
  let checked = await checker.check(uri, text);
  let applied = 0;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const result = applyFixes(text, checked.findings, "safe");
    if (result.text === text) break;
    text = result.text;
    applied += result.applied.length;
    checked = await checker.check(uri, text);
  }
  return { text, checked, applied };
}
