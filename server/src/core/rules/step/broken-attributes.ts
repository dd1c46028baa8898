import { readAttributes } from "../../model/read-attributes.ts";
import { defineRule } from "../rule.ts";
import { isShell, isTranscript } from "../support/shell-blocks.ts";

/** ST013. */
export const brokenAttributes = defineRule({
  docs: {
    what: "Reports attributes of a command's fence that can't be read: a brace that is not closed, a quote that is open, a key that is given twice.",
    why: "An attribute that can't be read does not hold: a step that should have asked before it deletes would just run.",
    examples: [
      {
        title: "A brace is missing",
        bad: `# Restart the gateway

1. Restart it:

   \`\`\`sh {name=restart confirm=true
   systemctl restart gateway
   \`\`\`
`,
      },
      {
        title: "Both braces",
        good: `# Restart the gateway

1. Restart it:

   \`\`\`sh {name=restart confirm=true}
   systemctl restart gateway
   \`\`\`
`,
      },
    ],
  },
  code: "ST013",
  name: "broken-attributes",
  group: "step",
  kinds: ["runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "error",
  fix: "none",
  *check({ document }) {
    for (const { form, language, infoRange } of document.codeBlocks) {
      if (form !== "fenced" || !(isShell(language) || isTranscript(language))) continue;
      const info = document.syntax.text.slice(infoRange.start, infoRange.end);
      yield* readAttributes(info, infoRange).problems;
    }
  },
});
