import { defineRule } from "../rule.ts";
import { causeSentences } from "../support/cause-sentences.ts";
import { shorten } from "../support/shorten.ts";

const TRIGGER =
  /\b(?:deploy(?:ed|ment|ing|s)?|releas(?:e|ed|ing)|merg(?:e|ed|ing)|upgrad(?:e|ed|ing)|updat(?:e|ed|ing)|chang(?:e|ed|ing)|rolled out|roll-?out|migrat(?:ion|ed|ing)|restart(?:ed)?|push(?:ed)?|PR|pull request|commit|config(?:uration)?)\b/i;
const REASON =
  /n['’]t\b|\b(?:because|since|as (?:the|it|a|we|there)|why|due to|missing|gaps?|lack(?:s|ed|ing)?|no\b|not\b|without|never|only|bug|race|leak|limit\w*|exceed\w*|wrong\w*|incorrect\w*|invalid|incompatib\w*|assum\w*|expect\w*|unexpected\w*|which (?:meant|caused|led|resulted|made)|so that|therefore|thus|requir\w*|fail(?:ed|s|ure|ing)?|default\w*|instead|conflict\w*|stale|old|outdated|deprecat\w*|broke\w*|miss(?:ed|es)|full|exhaust\w*|too (?:many|much|large|small|low|high|slow))\b/i;

/** PM023. */
export const triggerOnlyCause = defineRule({
  docs: {
    what: "Reports a cause section of at most two sentences that names only what set the incident off, such as a deployment or a change, and not why that did harm. Off by default.",
    why: "The deployment will be repeated tomorrow. What it met — a missing check, a limit, an assumption — is what can be changed.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "And why did that hurt?",
        bad: `# Messages delayed on 2025-01-31

## Root cause

The migration to version 7 was deployed on Friday.
`,
      },
      {
        title: "Because …",
        good: `# Messages delayed on 2025-01-31

## Root cause

The migration to version 7 switched the retention job off, because its setting has a new name; no alert watches the disk.
`,
      },
    ],
  },
  code: "PM023",
  name: "trigger-only-cause",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "none",
  *check({ document }) {
    const [section] = document.outline.byId("root-cause");
    const sentences = causeSentences(document, ["root-cause", "contributing"]);
    const [first] = sentences;
    if (section === undefined || first === undefined || sentences.length > 2) return;
    const said = sentences.map(({ text }) => text).join(" ");
    if (!TRIGGER.test(said) || REASON.test(said)) return;
    yield {
      range: section.heading,
      message: `"${section.title}" names what set it off ("${shorten(first.text)}") and not why that did harm. Ask why the system did not bear it.`,
    };
  },
});
