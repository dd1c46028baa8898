const NOT_MEASURES: readonly RegExp[] = [
  /\bhttps?:\/\/\S+/g,
  /`[^`]*`/g,
  // Dates and times.
  /\b\d{4,6}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.Z+-]+)?/g,
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/g,
  /\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b/g,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+\d{4}\b)?/gi,
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?:,?\s+\d{4}\b)?/gi,
  /\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b)?/gi,
  /\b\d{1,2}\s?[ap]\.?m\b/gi,
  /\b(?:in|since|of|until|by|from|during|through|early|late|mid|year|to|and|around)[\s-]+(?:19|20)\d{2}\b/gi,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+(?:19|20)\d{2}\b/gi,
  // Versions, identifiers, codes, addresses.
  /\bv\d[\w.-]*/gi,
  /\b\d+\.\d+\.\d[\w.-]*/g,
  /\bversion\s+\d[\w.]*/gi,
  /#\d+/g,
  /:\d{2,5}\b/g,
  /\b[A-Z]{1,10}-?\d[\w-]*/g,
  /\b(?:HTTP|status|error|code|port|PR|issue|SEV|sev|severity|level|step|phase|part|wave|region|chapter|section|tier|layer)s?(?:\s+(?:code|response)s?)?\s+#?\d{1,5}(?:\s*(?:,|and|or|\/)\s*\d{3})*\b(?!\s*%)/gi,
  /\b[45](?:\d\d|xx)s?\s+(?:errors?|responses?|status|rate|Too|Internal|Bad|Service|Gateway)/gi,
  /\b\d+(?:st|nd|rd|th)\b/gi,
  /\b[a-z]+[-_]?\d+[-_\w]*/gi,
  /^\s*(?:\d+[.)]\s+)/g,
];

const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|(?:one|a|two|three|several)\s+(?:hundred|thousand|million|dozen)|half|a (?:third|quarter)|two[- ]thirds|zero)\b/i;

/**
 * Whether a text holds a number that measures something: "15 %", "about 1,200 users", "three hours". Dates, times of day,
 * years, versions, ticket numbers, status codes, addresses and list numbers measure nothing. "none" is no number.
 */
export function isQuantified(text: string): boolean {
  const rest = NOT_MEASURES.reduce((left, pattern) => left.replace(pattern, " "), text);
  return /\p{Nd}/u.test(rest) || NUMBER_WORD.test(rest);
}
