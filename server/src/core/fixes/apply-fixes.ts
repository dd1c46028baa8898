import type { Finding, FixSafety, TextEdit } from "../rules/rule.ts";
import { overlaps } from "../syntax/range.ts";

/** A text with fixes applied. */
export interface AppliedFixes {
  readonly text: string;
  /** The findings whose fix was applied; those left out by an overlap may be fixable in the next pass. */
  readonly applied: readonly Finding[];
}

/**
 * Applies the first fix of each finding that is safe enough: `safe` ones only, or `unsafe` ones too. In the order of the
 * findings; a fix whose edits touch one that was already taken is dropped as a whole, never in part. An insertion right
 * at the edge of another edit counts as touching it. Edits outside of the text are a fault of their rule and dropped too.
 */
export function applyFixes(text: string, findings: readonly Finding[], safety: FixSafety): AppliedFixes {
  const taken: TextEdit[] = [];
  const applied: Finding[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => safety === "unsafe" || one.safety === "safe");
    if (fix === undefined || fix.edits.length === 0) continue;
    const fits = fix.edits.every(
      ({ range }) =>
        range.start >= 0 &&
        range.start <= range.end &&
        range.end <= text.length &&
        !taken.some((other) => collides(range, other.range)),
    );
    if (!fits || hasOverlap(fix.edits)) continue;
    taken.push(...fix.edits);
    applied.push(finding);
  }
  return { text: applyEdits(text, taken), applied };
}

/** Applies edits that don't overlap, in any order. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { range, newText } of edits.toSorted(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  )) {
    parts.push(text.slice(from, range.start), newText);
    from = range.end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

function hasOverlap(edits: readonly TextEdit[]): boolean {
  return edits.some((edit, index) => edits.slice(index + 1).some((other) => collides(edit.range, other.range)));
}

/** Edits that meet at an insertion collide: which text comes first would be chance. */
function collides(a: TextEdit["range"], b: TextEdit["range"]): boolean {
  const meets = a.start === b.end || b.start === a.end;
  return overlaps(a, b) || (meets && (a.start === a.end || b.start === b.end));
}
