import { languageOf } from "../../model/language.ts";
import { defineRule } from "../rule.ts";
import { impactText } from "../support/impact-text.ts";
import { appendStatement } from "../support/statement-insert.ts";

const NUMBER =
  "(?:\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple of|half an?)";
const UNIT = "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)";
/** A length of time, an interval, or a begin and an end. */
const DURATION: readonly RegExp[] = [
  new RegExp(`\\b${NUMBER}(?: to ${NUMBER}|\\s?[-–]\\s?\\d+)?[ -]?(?:\\w+ )?${UNIT}\\b`, "i"),
  /\b\d+\s?(?:h|m|s|d|min)\b|\b(?:hours|days|weeks|minutes|overnight|all day|whole day|permanent(?:ly)?|throughout)\b/i,
  /\b(?:from|between|since|until|till)\b[^.\n]{0,40}\d/i,
  /\d{1,2}[:.]\d{2}[^.\n]{0,24}(?:-|–|—|〜|~|→|to|until|and)\s*[^.\n]{0,24}\d{1,2}[:.]\d{2}/i,
  /\d\s?(?:秒|分|時間|时间|小时|日間|日|天|週間|か月|ヶ月)|時間|期間/,
  /\bdurations?\b|\bdowntime\b.{0,20}\d|\bbrief(?:ly)?\b|\bmomentar(?:y|ily)\b|\bno downtime\b/i,
];
const FIELDS = ["duration", "timeToResolve", "timeToMitigate"];

/** PM031. */
export const impactWithoutDuration = defineRule({
  docs: {
    what: "Reports an impact section that does not say for how long: neither there nor in the summary, the title or a field stands a length of time, an interval, or a begin with an end. It reads English, Chinese and Japanese; of documents in other languages it says nothing.",
    why: 'How many and how long are the two halves of an impact. "All users" for ten seconds and for ten hours are two different incidents.',
    references: ["https://response.pagerduty.com/after/post_mortem_template/"],
    examples: [
      {
        title: "For how long?",
        bad: `# Messages delayed on 2025-01-31

## Impact

About 1,200 of 40,000 users (3 %) saw late messages.
`,
        fixed: `# Messages delayed on 2025-01-31

## Impact

About 1,200 of 40,000 users (3 %) saw late messages.

**Duration:** TBD
`,
      },
      {
        title: "For 45 minutes",
        good: `# Messages delayed on 2025-01-31

## Impact

For 45 minutes about 1,200 of 40,000 users (3 %) saw late messages.
`,
      },
    ],
  },
  code: "PM031",
  name: "impact-without-duration",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const impact = impactText(document);
    if (impact === undefined || DURATION.some((pattern) => pattern.test(impact.said))) return;
    // Of the units of other languages it knows the Chinese and the Japanese ones.
    if (!["en", "ja", "zh"].includes(languageOf(document.syntax.text))) return;
    const has = (key: string): boolean => document.metadata.some((field) => field.key === key);
    if (FIELDS.some(has) || ((has("started") || has("detected")) && (has("resolved") || has("mitigated")))) return;
    yield {
      range: impact.section.heading,
      message: `"${impact.section.title}" does not say for how long. State the duration, or the begin and the end.`,
      fixes: appendStatement(document.syntax.text, impact.section, "Duration"),
    };
  },
});
