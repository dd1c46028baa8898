/** How much a document needs a section: a missing required one is a finding. */
export type SectionLevel = "required" | "suggested" | "optional";

/** A canonical section of the outage-analysis structure, as data. */
export interface SectionSpec<Id extends string = string> {
  readonly id: Id;
  /** The heading that a scaffold writes. */
  readonly title: string;
  /** Other headings that mean this section, in normalised form (see `normaliseHeading`). The title need not be repeated. */
  readonly aliases: readonly string[];
  /** What other languages call it, in the same form; never proposed as a correction of a heading. */
  readonly translations?: readonly string[];
  /** Tried after all exact aliases of all sections, on the normalised heading. */
  readonly patterns: readonly RegExp[];
  /** One sentence: what the reader finds here. Shown by hover and completion. */
  readonly purpose: string;
  /** One or two sentences: what a good one says. Shown by hover. */
  readonly good: string;
  /** Markdown below the heading of an inserted section; `$1`-style snippet stops are allowed as `${1:text}`. */
  readonly skeleton: string;
}

/**
 * Brings a heading to the form in which aliases are written: lower case, without emoji, `:shortcodes:`, numbering
 * (`1.`, `2)`, `Step 3:`, `A.`), `{#id}`, parentheses, quotes, trailing colon, and with single spaces.
 *
 * `normaliseHeading("2. :warning: Root Cause(s): {#why}")` is `"root cause"`.
 */
export function normaliseHeading(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/\{[#.:][^}]*\}/g, " ")
    .replace(/:[a-z0-9_+-]+:/g, " ")
    .replace(/\([^)]*\)/g, " ")
    .replace(/\p{Extended_Pictographic}|\u200D|\uFE0F|\u20E3/gu, (match) => (/[0-9#*]/.test(match) ? match : " "))
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”"*_#]/g, " ")
    .replace(/^\s*(?:(?:step|section|part|phase)\s+)?(?:\d+(?:\.\d+)*|[a-z])\s*[.):、]\s*/, "")
    .replace(/^\s*第?[一二三四五六七八九十]{1,3}[步章]?\s*[、.:)]\s*/, "")
    .replace(/^\s*(?:step|section|part|phase)\s+(?:\d+[a-z]?|[a-z])\s*[-–—:]\s*(?=\S)/, "")
    .replace(/^\s*\d+\s+-?\s*(?=\S)/, "")
    .replace(/[:.\-–—\s]+$/, "")
    .replace(/^[:.\-–—\s]+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A name as it is written on a keyboard without its accents: `causa raíz` becomes `causa raiz`, `maßnahmen` `massnahmen`.
 * The voicing marks of Japanese are no accents.
 */
export function withoutAccents(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss")
    .normalize("NFC");
}
