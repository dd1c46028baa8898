import { defineRule } from "../rule.ts";

/** DOC028. */
export const brokenFrontMatter = defineRule({
  docs: {
    what: "Reports front matter that is no valid YAML.",
    why: "Broken front matter is ignored as a whole: owner, alerts, inputs and the kind of the document are lost, here and in every other tool that reads it.",
    examples: [
      {
        title: "A value with a colon needs quotes",
        bad: `---
kind: runbook
title: Gateway: restart
---

# Restart the gateway

1. Restart it.
`,
      },
      {
        title: "The same, quoted",
        good: `---
kind: runbook
title: "Gateway: restart"
---

# Restart the gateway

1. Restart it.
`,
      },
    ],
  },
  code: "DOC028",
  name: "broken-front-matter",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "error",
  fix: "none",
  // Later problems of broken YAML are most often echoes of the first.
  check: ({ document }) => (document.frontMatter?.problems ?? []).slice(0, 1),
});
