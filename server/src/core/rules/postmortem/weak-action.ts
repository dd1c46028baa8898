import { defineRule } from "../rule.ts";
import { openActions } from "../support/open-actions.ts";

/** Verbs whose item is never done, or done without an effect. */
const WEAK =
  /^\W*(?:\[[^\]]*\]\s*)?(?:(?:we|we['’]ll|team) )?(?:(?:will|should|need to|must|could|can|might|to|please|also) ){0,2}(consider(?:ing)?|investigat(?:e|ing)|look(?:ing)? (?:into|at)|explor(?:e|ing)|evaluat(?:e|ing)|think(?:ing)? (?:about|of)|discuss(?:ing)?|be more careful|try to|figure out|research(?:ing)?|assess(?:ing)?|keep an eye on|pay (?:more )?attention|be (?:aware|mindful)|look for)\b/i;
/** Items whose end can be seen all the same: a result, a decision, a measure. */
const OUTCOME =
  /\b(?:and|then|to) (?:report|decide|document|write|add|fix|implement|publish|propose|file|create|present|choose|set|update)\b|\bdecision\b|\bproposal\b|\buntil\b|\bby (?:\d|adding|using|making)/i;

/** PM054. */
export const weakAction = defineRule({
  docs: {
    what: 'Reports an open action item that begins with a word without an end: "Consider", "Investigate", "Look into", "Explore", "Discuss". An item that names the result ("… and decide", "… and write the proposal") is fine.',
    why: 'Nobody can say when "look into alerts" is done. An action that changes something can be checked: "Alert when a disk is 80 % full".',
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "When is it done?",
        bad: `# Messages delayed on 2025-01-31

## Action items

- Look into the alerts of the brokers (@kim, OPS-12)
`,
      },
      {
        title: "When the alert is there",
        good: `# Messages delayed on 2025-01-31

## Action items

- Alert when a broker's disk is 80 % full (@kim, OPS-12)
- Investigate the retention job and decide whether it stays (@lee, OPS-13)
`,
      },
    ],
  },
  code: "PM054",
  name: "weak-action",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "none",
  *check({ document }) {
    const { text } = document.syntax;
    for (const { open } of openActions(document)) {
      for (const action of open) {
        const verb = WEAK.exec(action.text)?.[1];
        if (verb === undefined || OUTCOME.test(action.text)) continue;
        const start = text.indexOf(verb, action.range.start);
        const isThere = start >= 0 && start < action.range.end;
        yield {
          range: isThere ? { start, end: start + verb.length } : action.range,
          message: `"${verb}" has no end that can be checked. Name the result: what will be different, or which decision is due.`,
        };
      }
    }
  },
});
