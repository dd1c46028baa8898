/** How sure a statement is of the cause it names. */
export type CauseConfidence = "asserted" | "hedged" | "ruled-out";

const RULED_OUT =
  /\b(?:was|were|is|are|has been|have been|been) (?:also |then |later )?(?:ruled out|excluded|disproved|disproven|discounted)\b|\bruled out\b|\b(?:was|is|were|are) not (?:the |a |to )?(?:root )?(?:cause|caused|blame|related|responsible)\b|\bunrelated to\b/i;
const HEDGED =
  /\b(?:may|might|could)(?: well| also)? (?:have|be|stem)\b|\b(?:likely|probably|possibly|presumably|perhaps|apparently|maybe|supposedly)\b|\b(?:seem|appear)(?:s|ed)? (?:to|that|like|as)\b|\b(?:we|i) (?:still )?(?:suspect|believe|think|assume|guess)(?:ed)?\b|\b(?:unknown|unclear|uncertain|undetermined|not (?:yet )?(?:known|clear|sure|certain))\b|\bhypothes[ie]s\b/i;
/** What a reader can check: a link, code, a log, a ticket, a measure. */
const EVIDENCE =
  /https?:\/\/|\]\(|`[^`]+`|#\d+|\b(?:logs?|graphs?|metrics?|traces?|stack ?trace|screenshots?|dashboards?|reproduc\w+|confirmed by|evidence|we (?:verified|confirmed|measured|tested))\b|!\[/i;

/** Reads how sure a statement's text is. "May" of what a fault can do in general is taken for doubt too. */
export function causeConfidence(text: string): CauseConfidence {
  if (RULED_OUT.test(text)) return "ruled-out";
  return HEDGED.test(text) ? "hedged" : "asserted";
}

/** Whether a statement's source names something that a reader can check. */
export function hasEvidence(source: string): boolean {
  return EVIDENCE.test(source);
}
