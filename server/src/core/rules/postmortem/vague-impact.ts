import { defineRule } from "../rule.ts";
import { impactText } from "../support/impact-text.ts";

/** Words that stand where a number belongs. */
const VAGUE =
  /\b(?:some|many|most|several|various|numerous|a (?:large |small |limited |significant |considerable )?(?:number|amount|portion|subset|fraction|handful) of|a few|lots of|a lot of)\s+(?:of (?:the|our) )?(?:[\w-]+ ){0,2}(?:users?|customers?|clients?|members?|requests?|messages?|jobs?|teams?|services?|people|accounts?|orders?|transactions?|pods?|nodes?|deployments?|builds?|projects?|sites?|pages?|images?|events?|errors?)\b|\b(?:significant|substantial|severe|considerable|massive|major|huge|extended|prolonged|long) (?:[\w-]+ )?(?:impact|degradation|delays?|outage|disruption|slowdowns?|losse?s?|downtime|latency|periods?|time|increase|drop|number)\b|\b(?:millions|thousands|hundreds|dozens) of\b/i;
const COUNT = /\b(?:millions|thousands|hundreds|dozens) of\b/i;

/** PM033. */
export const vagueImpact = defineRule({
  docs: {
    what: 'Reports, once a document, statements of the impact section with a vague amount ("some users", "significant delays") and no number. Silent where the section has no number at all: that is `unquantified-impact`.',
    why: '"Some users" is 3 or 300,000; each reader fills in another number.',
    examples: [
      {
        title: "One half is measured, the other is not",
        bad: `# Messages delayed on 2025-01-31

## Impact

- Messages were up to 40 minutes late
- Many users saw errors when they sent pictures
`,
      },
      {
        title: "Both are",
        good: `# Messages delayed on 2025-01-31

## Impact

- Messages were up to 40 minutes late
- 1,200 users saw errors when they sent pictures
`,
      },
    ],
  },
  code: "PM033",
  name: "vague-impact",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "none",
  *check({ document }) {
    const impact = impactText(document);
    if (impact === undefined || !impact.statements.some(({ quantified }) => quantified)) return;
    const { text } = document.syntax;
    const vague = impact.statements.flatMap(({ quantified, range }) => {
      const match = VAGUE.exec(text.slice(range.start, range.end));
      if (match === null || (quantified && !COUNT.test(match[0]))) return [];
      const start = range.start + match.index;
      return [{ range: { start, end: start + match[0].length }, words: match[0].replace(/\s+/g, " ") }];
    });
    const [first, ...others] = vague;
    if (first === undefined) return;
    yield {
      range: first.range,
      message: `"${first.words}" could be any number. Give a count, a share or a bound, be it rough.`,
      related: others.map(({ range, words }) => ({ range, message: `"${words}" too` })),
    };
  },
});
