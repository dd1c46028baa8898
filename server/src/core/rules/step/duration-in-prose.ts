import { parseDuration } from "../../schema/step-duration.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../support/shorten.ts";
import { stepList } from "../support/step-list.ts";

/** "takes up to 40 minutes", "wait 5–10 min", "(approx. 2 hours)": what goes on for that long is the step. */
const TAKES =
  /\b(?:takes?|taking|took|lasts|needs?|requires?|waits?(?: for)?|waiting(?: for)?|allow)\s+(?:(?:it|this|a|at|maximum|max|least|most|usually|typically|normally|approximately|approx\.?|roughly|around|about|up to|another|between|of|some|the|other)\s+|~\s*)*(?:(\d{1,3})\s*(?:-|–|to|or|and)\s*)?(\d{1,3}(?:\.\d)?)\s*-?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b(?!\s*(?:of|worth|old|ago|window|interval|timeout|rule|before|grace))/i;
const NEGATED = /\b(?:longer|more|less|older|every|if|when|unless|after|last|past|exceed\w*)\b[^.]{0,40}$/i;

/** ST023. */
export const durationInProse = defineRule({
  docs: {
    what: 'Reports a step whose text tells in words how long it takes ("takes about 40 minutes", "wait 10 minutes") and whose title does not say so as `(~40m)`. The fix adds it.',
    why: "The runner compares the expected duration with the time that a step takes, and says when something hangs. A duration that only a person can read is no help to it, nor for planning the whole.",
    examples: [
      {
        title: "Only in words",
        bad: `# Gateway

## Steps

1. Rebuild the index, which takes about 40 minutes.
2. Tell support.
`,
        fixed: `# Gateway

## Steps

1. Rebuild the index, which takes about 40 minutes (~40m).
2. Tell support.
`,
      },
      {
        title: "In the form that is read",
        good: `# Gateway

## Steps

1. Rebuild the index (~40m).
2. Tell support.
`,
      },
    ],
  },
  code: "ST023",
  name: "duration-in-prose",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "unsafe",
  *check({ document }) {
    const { text } = document.syntax;
    for (const step of stepList(document)) {
      if (step.expectedMs !== undefined || step.origin === "heading") continue;
      const source = text.slice(step.titleRange.start, step.titleRange.end);
      const match = TAKES.exec(source);
      if (match === null || NEGATED.test(source.slice(0, match.index))) continue;
      const [whole, , amount = "", unit = ""] = match;
      const duration = `${amount}${unit.charAt(0).toLowerCase()}`;
      if (parseDuration(duration) === undefined) continue;
      const start = step.titleRange.start + match.index;
      const end = step.titleRange.end - (/[.:;,]?\s*$/.exec(source)?.[0].length ?? 0);
      yield {
        range: { start, end: start + whole.length },
        message: `"${shorten(whole)}" tells how long this step takes, in words only. Add \`(~${duration})\` to the step, and a run watches over it.`,
        fixes: [
          {
            title: `Add (~${duration}) to the step`,
            safety: "unsafe",
            edits: [{ range: { start: end, end }, newText: ` (~${duration})` }],
          },
        ],
      };
    }
  },
});
