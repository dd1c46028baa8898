import type { Finding, Fix, FixSafety, TextEdit } from "../../core/rules/rule.ts";
import { overlaps } from "../../core/syntax/range.ts";

/**
 * The edits of the first fix of each finding, put together. A fix of which one edit conflicts with an earlier one is
 * left out whole: half a fix is none. With `safest` only safe fixes are taken.
 */
export function mergeFixes(findings: readonly Finding[], safest: FixSafety): { edits: TextEdit[]; fixes: Fix[] } {
  const edits: TextEdit[] = [];
  const fixes: Fix[] = [];
  for (const finding of findings) {
    const fix = safest === "safe" ? finding.fixes.find(({ safety }) => safety === "safe") : finding.fixes[0];
    if (fix === undefined || fix.edits.some((edit) => edits.some((other) => conflict(edit, other)))) continue;
    edits.push(...fix.edits);
    fixes.push(fix);
  }
  edits.sort((a, b) => a.range.start - b.range.start);
  return { edits, fixes };
}

function conflict(a: TextEdit, b: TextEdit): boolean {
  return overlaps(a.range, b.range);
}
