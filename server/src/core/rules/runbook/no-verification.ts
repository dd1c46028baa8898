import { scriptEffect } from "../../checklist/command-effect.ts";
import type { RunbookDocument } from "../../model/document.ts";
import type { Step } from "../../model/procedure.ts";
import { defineRule } from "../rule.ts";
import { insertSectionFix } from "../support/insert-section-fix.ts";
import { mitigationWithSteps } from "../support/mitigation.ts";
import { stepList } from "../support/step-list.ts";

/** Words by which a text tells how to see whether it worked, whatever the section is called. */
const SAYS_HOW =
  /\b(?:verif(?:y|ies|ied|ication)|validat\w+|confirm\w*|double[ -]?check|re-?check|check(?:ing)? (?:that|whether|if|to see|it)|make sure|ensure|should (?:now )?(?:be|see|have|show|return|look|report|output|no longer|disappear|clear|resolve|say|start|come|get|go|stop|then|print|list|appear|contain|drop|recover|become)|you(?:'ll| will) (?:now )?see|expected (?:output|result|outcome)|(?:alert|alarm|error|issue|problem)s? (?:\w+ )?(?:clears?|resolves?|disappears?|stops?|is gone|goes away|recovers?)|(?:wait|watch|monitor)\w* (?:for|until|that|the)|until\b|(?:resolve|clear)s? the alert|see (?:if|whether)|(?:does not|doesn't|did not|didn't) (?:resolve|help|fix|work|clear)|back to normal|smoke[ -]?tests?|rollout status|kubectl wait|oc wait|is-active|expect\w*|успешно|検証|確認|验证|确认)/i;

/** RB001. */
export const noVerification = defineRule({
  docs: {
    what: 'Reports, once a document, a mitigation with steps where nothing tells how to see that it worked: no verification section, no `verify=true` block, no expected output, and no sentence such as "check that …" or "you should see …" in the mitigation or behind it.',
    why: "A command that ends without an error has not restored service. Without a check the reader closes the incident on hope, and it opens again.",
    examples: [
      {
        title: "Did it help?",
        bad: `# Gateway

## Overview

Restarts the gateway.

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`
`,
        fixed: `# Gateway

## Overview

Restarts the gateway.

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`

## Verification

- [ ] TODO: What to do (~1m)

  \`\`\`sh
  # TODO: command
  \`\`\`
`,
      },
      {
        title: "A check and what it should say",
        good: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`

2. Check that logins work again.
`,
      },
    ],
  },
  code: "RB001",
  name: "no-verification",
  group: "runbook",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const procedure = mitigationWithSteps(document);
    if (procedure === undefined || !procedure.steps.some(changesSomething)) return;
    if (isVerified(document, procedure.section.heading.start)) return;
    yield {
      range: procedure.section.heading,
      message: `Nothing behind "${procedure.section.title}" tells how to see that it worked. Add a check and what it should show.`,
      fixes: insertSectionFix(document, "verification"),
    };
  },
});

/** Whether a step does more than look; one of a list that holds no command is an instruction to a person. */
function changesSomething({ origin, commands, children }: Step): boolean {
  if (children.some(changesSomething)) return true;
  if (commands.length === 0) return origin !== "heading" && children.length === 0;
  return commands.some(({ script, language }) => scriptEffect(script, language).effect !== "read");
}

function isVerified(document: RunbookDocument, from: number): boolean {
  if (document.outline.byId("verification").length > 0) return true;
  const checks = stepList(document).some(({ commands }) =>
    commands.some(({ verifies, expectation }) => verifies || expectation !== undefined),
  );
  // A sentence goes on in the next line.
  return checks || SAYS_HOW.test(document.syntax.text.slice(from).replace(/\s+/g, " "));
}
