import { defineRule } from "../rule.ts";
import { impactText } from "../support/impact-text.ts";
import { appendStatement } from "../support/statement-insert.ts";

const USERS =
  "(?:users?|customers?|clients?|members?|subscribers?|accounts?|tenants?|teams?|players?|visitors?|people|persons?|students?|developers?|colleagues?|employees?|staff|merchants?|partners?|workspaces?|organi[sz]ations?|projects?|sites?|instances?|requests?|リクエスト)";
/** A count or a share near those who were hurt, or all or none of them. */
const COUNTED: readonly RegExp[] = [
  new RegExp(`\\d[\\d.,]{0,12}\\s?(?:%|k|m|million|thousand|percent)?[^.\\n]{0,40}\\b${USERS}\\b`, "i"),
  new RegExp(`\\b${USERS}\\b[^.\\n]{0,40}\\d`, "i"),
  new RegExp(
    `\\b(?:all|every|everyone|no|none|one|two|three|four|five|single|only|half|most)\\b[^.\\n]{0,40}\\b${USERS}\\b`,
    "i",
  ),
  /\b(?:everyone|everybody|nobody|no one)\b|ユーザー?[^。\n]{0,60}(?:\d|全|なし|のみ|単一)|全ユーザ|\d\s?(?:名|人)|定量化/i,
];

/** PM032. */
export const impactWithoutUsers = defineRule({
  docs: {
    what: "Reports an impact section that does not say how many were affected: no count or share of users, customers, accounts, teams or the like, there or in the summary. Off by default.",
    why: "Who was hurt, and how many, decides how much is done about it.",
    examples: [
      {
        title: "How many?",
        bad: `# Messages delayed on 2025-01-31

## Impact

For 45 minutes messages were late.
`,
        fixed: `# Messages delayed on 2025-01-31

## Impact

For 45 minutes messages were late.

**Users affected:** TBD
`,
      },
      {
        title: "About 3 %",
        good: `# Messages delayed on 2025-01-31

## Impact

For 45 minutes about 3 % of the users saw late messages.
`,
      },
    ],
  },
  code: "PM032",
  name: "impact-without-users",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    const impact = impactText(document);
    if (impact === undefined || COUNTED.some((pattern) => pattern.test(impact.said))) return;
    // A statement that is labelled "Users affected" is this rule's answer, however it is filled.
    if (document.syntax.text.includes("**Users affected:**")) return;
    yield {
      range: impact.section.heading,
      message: `"${impact.section.title}" does not say how many were affected. State a count or a share, or that it was nobody.`,
      fixes: appendStatement(document.syntax.text, impact.section, "Users affected"),
    };
  },
});
