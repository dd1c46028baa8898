import { findAttribute } from "../../model/attributes.ts";
import { defineRule } from "../rule.ts";
import { addAttribute } from "../support/set-attribute.ts";
import { shorten } from "../support/shorten.ts";
import { surelyWrites } from "../support/surely-writes.ts";

/** ST017. */
export const writeWithoutUndo = defineRule({
  docs: {
    what: "Reports a step that surely changes something (a known command of writing, or `effect=write`) and names no step that undoes it. `undo=NAME` names one; `undo=none` says that nothing does. Steps of verification and rollback sections are left alone. Off by default: for teams that want a way back for every step.",
    why: "When the third of five steps fails, the first two have been done. With `undo` the runner can take them back in the right order; without it the reader has to think of it alone.",
    examples: [
      {
        title: "No way back",
        bad: `# Gateway

## Steps

1. Take it out of the pool:

   \`\`\`sh {name=drain}
   kubectl cordon gateway-1
   \`\`\`
`,
        fixed: `# Gateway

## Steps

1. Take it out of the pool:

   \`\`\`sh {name=drain undo=none}
   kubectl cordon gateway-1
   \`\`\`
`,
      },
      {
        title: "The step that undoes it",
        good: `# Gateway

## Steps

1. Take it out of the pool:

   \`\`\`sh {name=drain undo=enlist}
   kubectl cordon gateway-1
   \`\`\`

## Rollback

1. Put it back:

   \`\`\`sh {name=enlist}
   kubectl uncordon gateway-1
   \`\`\`
`,
      },
    ],
  },
  code: "ST017",
  name: "write-without-undo",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "off",
  fix: "unsafe",
  *check({ document }) {
    for (const procedure of document.procedures) {
      if (procedure.role !== "mitigation") continue;
      const pending = [...procedure.steps];
      for (let step = pending.shift(); step !== undefined; step = pending.shift()) {
        pending.unshift(...step.children);
        if (step.commands.some(({ attributes }) => findAttribute(attributes, "undo") !== undefined)) continue;
        const writing = step.commands.find((one) => !one.verifies && surelyWrites(one));
        if (writing === undefined) continue;
        const edit = addAttribute(writing, "undo", "none", document.syntax.text);
        yield {
          range: step.titleRange,
          message: `The step "${shorten(step.title)}" changes something and names no step that undoes it. Add \`undo=NAME\` to its fence, or \`undo=none\` where nothing does.`,
          fixes:
            edit === undefined
              ? []
              : [{ title: "Say that nothing undoes it (undo=none)", safety: "unsafe", edits: [edit] }],
        };
      }
    }
  },
});
