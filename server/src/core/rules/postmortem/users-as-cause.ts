import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { causeSentences } from "../support/cause-sentences.ts";

const USERS = "(?:users?|customers?|clients?|end[- ]users?|visitors?|players?|subscribers?|tenants?)";
const DID =
  "(?:behaviou?rs?|misbehaviou?rs?|abuse|misuse|mistakes?|fault|negligence|carelessness|activity|actions?|usage)";

const BLAME: readonly RegExp[] = [
  new RegExp(
    `\\b(?:caused by|due to|because of|result of|blamed? on|fault of)(?: \\w+){0,3} ${USERS}(?:['’]s?)? ${DID}\\b`,
    "i",
  ),
  new RegExp(`\\b${USERS}(?:['’]s?)? (?:misuse|misbehaviou?r|carelessness|negligence)\\b`, "i"),
  new RegExp(
    `\\b${USERS} (?:(?:who|that) )?(?:abused|misused|overloaded|flooded|hammered|overwhelmed|did not read|didn['’]t read|did(?:n['’]t| not) follow)\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:caused by|due to|because of|fault of|blame)(?: the| our| some| many| too many)? ${USERS}\\b(?! (?:data|input|id|ids|name|names|account|table|service|session|sessions|group|role|agent|profile|config\\w*|request|requests|traffic|error|facing|reports?|library|side|code|version))(?=[\\s.,;]*(?:$|who|that|doing|using|not|and|[.,;]))`,
    "i",
  ),
];
/** As a category, label or sub-heading of the causes. */
const CATEGORY = new RegExp(
  `^\\W*${USERS}(?:['’]s?)? (?:behaviou?r|abuse|misuse|mistakes?|errors?|faults?)\\b\\s*(?:[:：–—-]|$)`,
  "i",
);
const FINE =
  /\b(?:no|not|never|without|rather than|instead of|regardless of)\b[^.]{0,30}\b(?:users?|customers?|clients?)\b/i;

/** PM024. */
export const usersAsCause = defineRule({
  docs: {
    what: 'Reports the cause section where it makes users the cause: "user behaviour" as a category, "caused by users", "customers overloaded the service". What the system did with the demand is fine.',
    why: "Users can't be mended. The condition is in the system: no limit, no back-pressure, capacity set by guess, an interface that invites the error. Call it demand, and ask why the system did not bear it.",
    references: ["https://sre.google/sre-book/addressing-cascading-failures/"],
    examples: [
      {
        title: "Users are not a cause",
        bad: `# Messages delayed on 2025-01-31

## Root cause

- User behaviour: too many pictures were sent at the weekend.
`,
      },
      {
        title: "What did not bear the demand",
        good: `# Messages delayed on 2025-01-31

## Root cause

- Demand: pictures rose to 900 a second on Saturday; the queue is built for 500 and sheds no load.
`,
      },
    ],
  },
  code: "PM024",
  name: "users-as-cause",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    const sections = ["root-cause", "contributing"];
    const bodies = sections.flatMap((id) => document.outline.byId(id)).map(({ body }) => body);
    const headings = document.outline.sections
      .filter(({ heading, id }) => id === undefined && bodies.some((body) => contains(body, heading)))
      .map(({ title, heading }) => ({ text: title, start: heading.start, end: heading.end }));
    for (const { text, start } of causeSentences(document, sections)) {
      if (FINE.test(text)) continue;
      const match = [CATEGORY, ...BLAME].map((pattern) => pattern.exec(text)).find((each) => each !== null);
      if (match !== undefined && match !== null) yield problem(match[0], start + match.index);
    }
    for (const { text, start, end } of headings) {
      if (!CATEGORY.test(text)) continue;
      yield { ...problem(text, start), range: { start, end } };
    }
  },
});

function problem(phrase: string, start: number) {
  const words = phrase.replace(/^\W+|[\s:：–—-]+$/g, "").replace(/\s+/g, " ");
  const lead = phrase.length - phrase.replace(/^\W+/, "").length;
  const end = start + phrase.replace(/[\s:：–—-]+$/, "").length;
  return {
    range: { start: start + lead, end },
    message: `"${words}" makes users the cause. Say what in the system did not bear it: a limit, a check, capacity, an interface that invites the error.`,
  };
}
