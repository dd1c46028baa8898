/** A wording that judges people, with what to write instead. */
export interface BlameWording {
  readonly pattern: RegExp;
  /** What the finding proposes. */
  readonly instead: string;
  /** Replaces the words as they stand and keeps the sentence whole; undefined where the sentence must be written anew. */
  readonly replacement: string | undefined;
}

/**
 * Wordings that judge people, found in real postmortems and in the guides on blameless language (Google SRE, Etsy,
 * PagerDuty). "Accidentally", "mistake" and "typo" are not among them: they mostly tell what happened and judge nobody.
 */
export const BLAME_WORDINGS: readonly BlameWording[] = [
  { pattern: /\bforgot to\b/i, instead: '"did not", and what should have reminded', replacement: "did not" },
  { pattern: /\bforgot (?:about|that)\b/i, instead: "what should have reminded", replacement: undefined },
  { pattern: /\bneglected to\b/i, instead: '"did not", and why', replacement: "did not" },
  {
    pattern: /\b(?:human|operator|pilot) (?:error|mistake|failure)s?\b/i,
    instead: "what was done, and what made it possible",
    replacement: undefined,
  },
  { pattern: /\bfat[- ]fingered\b/i, instead: '"mistyped"', replacement: "mistyped" },
  {
    pattern:
      /\b(?:stupid|silly|careless|dumb|sloppy|embarrassing) (?=(?:mistakes?|errors?|typos?|bugs?|oversights?)\b)/i,
    instead: "the same without the adjective",
    replacement: "",
  },
  { pattern: /\bcareless(?:ly|ness)\b/i, instead: "which check was missing", replacement: undefined },
  {
    pattern: /\b(?:incompetent|incompetence|negligent|negligence|negligently|reckless|recklessly|irresponsibl[ey])\b/i,
    instead: "what the person knew and saw at the time",
    replacement: undefined,
  },
  { pattern: /\b(?:screwed|messed|fucked|cocked) up\b/i, instead: '"broke", and how', replacement: undefined },
  { pattern: /\bbotched\b/i, instead: '"failed"', replacement: "failed" },
  { pattern: /\bblunders?\b/i, instead: "what happened", replacement: undefined },
  {
    pattern:
      /\b(?:he|she|they|we|i|engineers?|developers?|operators?|admins?|team|author|reviewers?|who)\b (?:was|were|is|are) (?:at fault|to blame|guilty)\b/i,
    instead: "the condition that allowed it",
    replacement: undefined,
  },
  {
    pattern:
      /\b(?:he|she|they|we|i|engineers?|developers?|operators?|admins?|team|author|reviewers?|somebody|someone)\b should(?: have|['’]ve) (?:known|noticed|realised|realized|seen|been more careful|paid (?:more )?attention)\b/i,
    instead: "what would have shown it",
    replacement: undefined,
  },
];
