import { nearestName } from "../../schema/configuration-nearest.ts";
import { defineRule } from "../rule.ts";
import { stepList } from "../support/step-list.ts";
import { stepReferences } from "../support/step-references.ts";

/** ST015. */
export const unknownStep = defineRule({
  docs: {
    what: "Reports a step in `needs` or `undo` that the runbook does not have. A step's name is its `name` attribute, else the slug of its title. The fix takes the nearest name.",
    why: "A step that needs one that is not there can't run, and one whose undo is not there can't be undone: that is learnt in the middle of the incident.",
    examples: [
      {
        title: "A slip",
        bad: `# Gateway

## Steps

1. Take it out of the pool:

   \`\`\`sh {name=drain}
   pool remove gateway
   \`\`\`

2. Restart it:

   \`\`\`sh {name=restart needs=drian}
   systemctl restart gateway
   \`\`\`
`,
        fixed: `# Gateway

## Steps

1. Take it out of the pool:

   \`\`\`sh {name=drain}
   pool remove gateway
   \`\`\`

2. Restart it:

   \`\`\`sh {name=restart needs=drain}
   systemctl restart gateway
   \`\`\`
`,
      },
      {
        title: "Nothing undoes it, said so",
        good: `# Gateway

## Steps

1. Clear the queue:

   \`\`\`sh {name=clear undo=none}
   rm -rf /var/lib/gateway/queue
   \`\`\`
`,
      },
    ],
  },
  code: "ST015",
  name: "unknown-step",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "error",
  fix: "unsafe",
  *check({ document }) {
    const steps = stepList(document);
    const names = new Set(steps.map(({ id }) => id));
    for (const step of steps) {
      for (const { key, name, range } of stepReferences(step, document.syntax.text)) {
        if (name === "" || names.has(name)) continue;
        const near = nearestName(
          name,
          [...names].filter((one) => one !== step.id),
        );
        const others = [...names].filter((one) => one !== step.id).slice(0, 5);
        const hint =
          near !== undefined
            ? ` Did you mean "${near}"?`
            : others.length > 0
              ? ` There are: ${others.join(", ")}.`
              : "";
        yield {
          range,
          message: `\`${key}\` names the step "${name}", which this runbook does not have.${hint}`,
          fixes:
            near === undefined
              ? []
              : [{ title: `Change it to "${near}"`, safety: "unsafe", edits: [{ range, newText: near }] }],
        };
      }
    }
  },
});
