import type { RunbookDocument } from "../../model/document.ts";
import { defineRule } from "../rule.ts";
import { insertSectionFix } from "../support/insert-section-fix.ts";
import { mitigationWithSteps } from "../support/mitigation.ts";

/** Ways in which a text names somebody to turn to. */
const NAMES_SOMEBODY =
  /\b(?:escalat\w+|on-?call|pager\w*|opsgenie|slack|(?:ms|microsoft) teams|discord|mattermost|irc|contact\w*|reach(?:ing)? out|get in touch|get help|ask (?:the|a|an|in|for|on|your|our|someone|somebody)|(?:call|phone|ping|notify|inform|page|tell|alert|involve|engage|consult|loop in) (?:the|a|an|your|our|someone|somebody|@?\w+ team)|(?:open|create|raise|file|submit|log) (?:a|an|the) [\w\s-]{0,30}(?:ticket|issue|case|bug|incident|jira|card|request)|(?:with|to|through|via|at) (?:\w+ ){1,3}support|customer portal|support (?:team|ticket|case|request|engineer|channel)|(?:github|jira|gitlab|bugzilla) (?:issue|ticket)s?|(?:incident|engineering) (?:commander|manager|lead)|e-?mail\w*|[\w-]+ team|teams?|owners?|maintainers?|owner_slack|administrators?|admins?|developers?|sre|vendor|colleagues?)\b|#[a-z][\w-]{3,}|(?<![\w/])@[a-z][\w/-]{2,}|[\w.-]+@[\w-]+\.\w{2,}|エスカレーション|連絡|联系|升级/i;

/** RB003. */
export const noEscalation = defineRule({
  docs: {
    what: "Reports, once a document, a mitigation with steps in a runbook that names nobody to turn to when they do not help: no escalation section, no owner, team, channel, address or ticket anywhere.",
    why: "Half of the value of a runbook is to know when to stop trying. Who is alone with a broken service at night needs a name, not a search through the company's directory.",
    examples: [
      {
        title: "And when it does not come up?",
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

## Escalation

TODO: After 30 minutes without success, call …
`,
      },
      {
        title: "A role and a channel",
        good: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`

If logins fail for ten more minutes, call the platform on-call in #gateway.
`,
      },
    ],
  },
  code: "RB003",
  name: "no-escalation",
  group: "runbook",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const procedure = mitigationWithSteps(document);
    if (procedure === undefined || namesSomebody(document)) return;
    yield {
      range: procedure.section.heading,
      message: `This runbook names nobody to turn to when "${procedure.section.title}" does not help. Add a role, a channel and a condition ("after 30 minutes").`,
      fixes: insertSectionFix(document, "escalation"),
    };
  },
});

/** Code is left out: `@daily`, `#!/bin/sh` and `kubectl alert` are nobody. */
function namesSomebody(document: RunbookDocument): boolean {
  const { outline, metadata, codeBlocks, syntax } = document;
  if (outline.byId("escalation").length > 0 || metadata.some(({ key }) => key === "owner")) return true;
  let from = 0;
  const parts: string[] = [];
  for (const { range } of codeBlocks) {
    parts.push(syntax.text.slice(from, range.start));
    from = Math.max(from, range.end);
  }
  parts.push(syntax.text.slice(from));
  return NAMES_SOMEBODY.test(parts.join("\n"));
}
