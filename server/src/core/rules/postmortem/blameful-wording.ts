import { overlaps } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { BLAME_WORDINGS } from "../support/blame-words.ts";
import { readProse, readSentences } from "../support/prose.ts";
import { humanErrorAsCause } from "./human-error-as-cause.ts";

/** Sentences that speak of blame instead of laying it. */
const FINE =
  /\bblame(?:less|free)\b|\b(?:no|not|never|without|avoid\w*|rather than|instead of|prone to|reduces?|prevent\w*|risk of|possibility of|potential for|chance of|guard\w* against|protect\w* (?:from|against)|eliminat\w+|minimi[sz]\w+)\b[^.]{0,40}$/i;
const PRONE =
  /^[^.]{0,12}[- ]prone\b|^[^.]{0,40}\b(?:symptom|never|not|isn['’]t)\b|^\W{0,3}["”’»]|^\s*(?:rates?|budget|messages?|codes?)\b/i;

/** PM025. */
export const blamefulWording = defineRule({
  docs: {
    what: 'Reports wording that judges people, anywhere in the text: "forgot to", "human error", "careless", "should have known", "screwed up". Quotations and sentences that speak about blame are fine; in the cause sections `human-error-as-cause` speaks first.',
    why: "Who is judged today tells less tomorrow. What a person saw and knew, and which check was missing, helps the next one on call.",
    references: [
      "https://sre.google/sre-book/postmortem-culture/",
      "https://response.pagerduty.com/culture/blameless/",
    ],
    examples: [
      {
        title: "Judged",
        bad: `# Messages delayed on 2025-01-31

## Summary

We forgot to switch the retention job on again.
`,
        fixed: `# Messages delayed on 2025-01-31

## Summary

We did not switch the retention job on again.
`,
      },
      {
        title: "Told",
        good: `# Messages delayed on 2025-01-31

## Summary

The migration guide has no step that switches the retention job on again.
`,
      },
    ],
  },
  code: "PM025",
  name: "blameful-wording",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check(context) {
    const { document } = context;
    const told = [...humanErrorAsCause.check(context)].map(({ range }) => range);
    for (const { text, start } of readSentences(readProse(document.syntax, document.syntax.root.children))) {
      for (const { pattern, instead, replacement } of BLAME_WORDINGS) {
        const match = pattern.exec(text);
        if (match === null) continue;
        const before = text.slice(0, match.index);
        const behind = text.slice(match.index + match[0].length);
        if (FINE.test(before) || PRONE.test(behind) || /["“”'‘«„]\s*$/.test(before) || /\?\s*$/.test(text)) continue;
        const range = { start: start + match.index, end: start + match.index + match[0].length };
        if (told.some((other) => overlaps(other, range))) continue;
        const words = match[0].replace(/\s+/g, " ").trim();
        yield {
          range,
          message: `"${words}" judges a person. Write ${instead}.`,
          fixes:
            replacement === undefined
              ? []
              : [
                  {
                    title: replacement === "" ? `Leave out "${words}"` : `Write "${replacement}"`,
                    safety: "unsafe",
                    edits: [{ range, newText: replacement }],
                  },
                ],
        };
        break;
      }
    }
  },
});
