import { placeholdersInScript } from "../../checklist/placeholders.ts";
import { inputName } from "../../model/input-name.ts";
import { scriptRange } from "../../model/script-range.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { declareInputs } from "../support/declare-inputs.ts";
import { stepList } from "../support/step-list.ts";

/** ST019. */
export const placeholderInCommand = defineRule({
  docs: {
    what: "Reports, once a document, placeholders in the commands of steps (`<pod-name>`, `{{ pod }}`, `YOUR_TOKEN`) that the front matter does not declare as inputs. They become inputs of a run all the same; declaring them gives them a description, a default and a pattern. The fix does that for all of them.",
    why: "A shell reads `<pod-name>` as two redirections: copied as it is, the command reads one file and empties another. And a name alone does not tell the reader which value is meant.",
    examples: [
      {
        title: "Which pod?",
        bad: `# Gateway

## Steps

1. Restart the pod:

   \`\`\`sh
   kubectl delete pod <pod-name>
   \`\`\`
`,
        fixed: `---
runbook:
  inputs:
    POD_NAME:
      description: "pod-name"
---

# Gateway

## Steps

1. Restart the pod:

   \`\`\`sh
   kubectl delete pod <pod-name>
   \`\`\`
`,
      },
      {
        title: "A declared input",
        good: `---
runbook:
  inputs:
    pod-name:
      description: The pod that the alert names
      pattern: gateway-.*
---

# Gateway

## Steps

1. Restart the pod:

   \`\`\`sh
   kubectl delete pod <pod-name>
   \`\`\`
`,
      },
    ],
  },
  code: "ST019",
  name: "placeholder-in-command",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const declared = new Set(document.declaredInputs.flatMap(({ name }) => [name, inputName(name)]));
    const found = new Map<
      string,
      { readonly label: string; readonly range: Range; readonly trouble: string | undefined }
    >();
    for (const command of stepList(document).flatMap(({ commands }) => commands)) {
      for (const { name, label, range, placement } of placeholdersInScript(command.script, command.language)) {
        if (declared.has(name) || found.has(name)) continue;
        const trouble = placement.kind === "refuse" ? `${placement.reason}; ${placement.mend}` : undefined;
        found.set(name, { label, range: scriptRange(command, range), trouble });
      }
    }
    const [first, ...others] = found.values();
    if (first === undefined) return;
    const fix = declareInputs(
      document,
      [...found].map(([name, { label }]) => ({ name, label })),
    );
    const what =
      first.trouble !== undefined
        ? ` can't be filled in here: ${first.trouble}. Declare the input`
        : others.length > 0
          ? ` and ${others.length} more become inputs of a run, without a description. Declare them`
          : " becomes an input of a run, without a description. Declare it";
    yield {
      range: first.range,
      message: `${first.label}${what} below \`runbook.inputs\` in the front matter.`,
      related: [...found.values()].flatMap(({ label, range, trouble }, index) => {
        if (trouble !== undefined && index > 0)
          return [{ range, message: `${label} can't be filled in here: ${trouble}` }];
        return index === 0 ? [] : [{ range, message: `${label} is another one` }];
      }),
      fixes: fix === undefined ? [] : [fix],
    };
  },
});
