import { languageOf } from "../../model/language.ts";
import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { appendStatement } from "../support/statement-insert.ts";

/** What shows that service is back: a look, a measure, or a state that somebody saw. */
const PROOF =
  /\b(?:verif\w*|validat\w*|confirm\w*|check\w*|test(?:ed|ing|s)?|monitor\w*|observ\w*|watch\w*|ensur\w*|proved?n?|saw|seen|show(?:s|ed|n|ing)?|smoke)\b|\b(?:back|return\w*|recover\w*|restor\w*)\b[^.\n]{0,40}\b(?:normal\w*|online|up|life|service|health\w*|baseline|expected|function\w*|operation\w*|work\w*)\b|\b(?:normal\w*|healthy|green|stable|stabili[sz]ed|subsided|drained|cleared|empty|available|operational|functional|successful(?:ly)?|succeeded|working|resum\w+|reachable|passed|recover(?:ed|y|ing)|resolved|no (?:more|further|longer)|dropped|fell|went (?:down|away)|stopped|caught up|all clear|running (?:again|fine|normally))\b|確認|検証|正常|回復|復旧|恢复|验证|✅/i;

/** Deeds on a running service. A corrected source or a banned account has no service to come back. */
const OPERATION =
  /\b(?:re-?start(?:ed|ing)?|reboot(?:ed|ing)?|roll(?:ed|ing)? ?back|rollback|revert(?:ed|ing)?|scal(?:ed|ing) (?:up|out|down)|fail(?:ed|ing)? ?over|re-?deploy(?:ed|ing)?|deployed|drain(?:ed|ing)?|cordon(?:ed)?|switch(?:ed|ing) (?:to|over|back|off|on)|clear(?:ed|ing)?|clean(?:ed|ing)? ?up|freed|killed|recreat(?:ed|ing)|rebuilt|replaced|resiz(?:ed|ing)|increas(?:ed|ing)|add(?:ed|ing) (?:\w+ ){0,3}(?:nodes?|capacity|disk|memory|replicas?|instances?|servers?)|disabled|re-?enabled|renewed|rotated|reset|restored)\b/i;

/** PM042. */
export const restorationUnverified = defineRule({
  docs: {
    what: "Reports a restoration section that says what was done and not what showed that it worked: no check, no measure, no state that somebody saw, neither there nor in the timeline. Its words are English: of documents in other languages it says nothing.",
    why: "Incidents come back within the hour because the first fix was believed. What was looked at is also the check for the next time.",
    examples: [
      {
        title: "And did it help?",
        bad: `# Messages delayed on 2025-01-31

## Restoration

We deleted old segments and restarted broker 2.
`,
        fixed: `# Messages delayed on 2025-01-31

## Restoration

We deleted old segments and restarted broker 2.

**Verification:** TBD
`,
      },
      {
        title: "It did",
        good: `# Messages delayed on 2025-01-31

## Restoration

We deleted old segments and restarted broker 2. At 14:47 the queue was empty and test messages arrived within a second.
`,
      },
    ],
  },
  code: "PM042",
  name: "restoration-unverified",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const { text } = document.syntax;
    const sections = document.outline.byId("restoration");
    const [section] = sections;
    // Its words are English.
    if (section === undefined || languageOf(text) !== "en") return;
    const source = sections.map(({ body }) => text.slice(body.start, body.end)).join("\n");
    const steps = document.restoration.filter(({ range }) => sections.some(({ body }) => contains(body, range)));
    if (steps.length === 0 || !OPERATION.test(source) || PROOF.test(source)) return;
    const events = document.timeline?.events ?? [];
    if (events.slice(-4).some((event) => PROOF.test(event.text))) return;
    if (steps.some(({ category }) => category === "verify")) return;
    yield {
      range: section.heading,
      message: `"${section.title}" does not say what showed that service is back. Name the check, the measure or the graph, with its time.`,
      fixes: appendStatement(text, section, "Verification"),
    };
  },
});
