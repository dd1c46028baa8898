import { defineRule } from "../rule.ts";
import { causeSentences } from "../support/cause-sentences.ts";

const PEOPLE =
  "(?:engineers?|developers?|devs?|operators?|admins?|administrators?|sysadmins?|employees?|contractors?|colleagues?|maintainers?|deployers?|authors?|reviewers?|somebody|someone|person|individual|user|he|she|they)";

const BLAME: readonly RegExp[] = [
  /\b(?:human|operator|pilot|manual|personal|administrator|engineer|developer) (?:error|mistake|failure|oversight)s?\b/i,
  /\buser errors?\b(?!\s+(?:rates?|messages?|logs?|codes?|responses?|pages?|reports?|counts?|budget))/i,
  /\b(?:forgot|forgotten|neglected) (?:to|about|that)\b/i,
  /\bcareless(?:ly|ness)?\b|\bnegligen(?:t|ce|tly)\b|\bfat[- ]finger(?:ed|ing)?\b|\bsloppy\b/i,
  /\bshould have (?:known|noticed|realised|realized|been more careful)\b/i,
  /\b(?:made|makes?) (?:a|the) (?:human |simple |silly )?mistake\b/i,
  new RegExp(
    `\\b${PEOPLE}\\b(?:\\s+[\\w'-]+){0,3}\\s+(?:accidentally|mistakenly|inadvertently|unintentionally|wrongly|carelessly)\\b`,
    "i",
  ),
  /\b(?:was|were|is|are) at fault\b/i,
];
/** Where the words don't blame: the sentence denies it, quotes it, or asks what made the error possible. */
const FINE =
  /\b(?:no|not|never|without|rather than|instead of|beyond|prone|prevents?|preventing|avoid|guard(?:s|ed)? against|protect\w*|robust)\b[^.]{0,40}\b(?:error|mistake|fault|forg|careless)|\berror[- ]prone\b|\b(?:errors?|mistakes?)\b[^.]{0,40}\b(?:symptom of|(?:was|were|is|are|made) possible)\b/i;

/** PM022. */
export const humanErrorAsCause = defineRule({
  docs: {
    what: 'Reports wording in the cause and contributing sections that makes a person the cause: "human error", "forgot to", "an engineer accidentally …", "should have known". Text that denies it, or asks what made the error possible, is fine.',
    why: "People err every day; what turns an error into an outage is a condition, and only conditions can be changed. A report that stops at the person teaches people to say less next time.",
    references: [
      "https://sre.google/sre-book/postmortem-culture/",
      "https://response.pagerduty.com/after/effective_post_mortems/",
    ],
    examples: [
      {
        title: "And why was that possible?",
        bad: `# Messages delayed on 2025-01-31

## Root cause

The engineer on duty forgot to switch the retention job on again.
`,
      },
      {
        title: "The condition, not the person",
        good: `# Messages delayed on 2025-01-31

## Root cause

The migration guide switches the retention job off and has no step that switches it on; no alert watches the job.
`,
      },
    ],
  },
  code: "PM022",
  name: "human-error-as-cause",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document }) {
    for (const { text, start } of causeSentences(document, ["root-cause", "contributing"])) {
      if (FINE.test(text)) continue;
      const blame = BLAME.map((pattern) => pattern.exec(text)).find((match) => match !== null);
      if (blame === undefined || blame === null || isQuoted(text, blame)) continue;
      const from = start + blame.index;
      yield {
        range: { start: from, end: from + blame[0].length },
        message: `"${blame[0].replace(/\s+/g, " ")}" makes a person the cause. Say what made the error possible and what let it do harm: a missing check, an unclear step, a tool without a guard.`,
      };
    }
  },
});

/** A phrase in quotation marks is spoken of, not said. */
function isQuoted(text: string, { index, 0: phrase }: RegExpExecArray): boolean {
  return /["“”'‘’«„]\s*$/.test(text.slice(0, index)) && /^\s*["“”'‘’»,.]/.test(text.slice(index + phrase.length));
}
