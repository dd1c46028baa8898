import type { Step } from "../../model/procedure.ts";
import { defineRule } from "../rule.ts";
import { stepList } from "../support/step-list.ts";
import { type StepReference, stepReferences } from "../support/step-references.ts";

/** ST016. */
export const cyclicNeeds = defineRule({
  docs: {
    what: "Reports steps whose `needs` go round in a circle: a step that needs itself, or two that need each other. Steps run in the order of the text, so a step that needs a later one waits for itself too, and is reported.",
    why: "None of these steps can ever run: each waits for the other.",
    examples: [
      {
        title: "Each waits for the other",
        bad: `# Gateway

## Steps

1. Take it out of the pool:

   \`\`\`sh {name=drain needs=restart}
   pool remove gateway
   \`\`\`

2. Restart it:

   \`\`\`sh {name=restart needs=drain}
   systemctl restart gateway
   \`\`\`
`,
      },
      {
        title: "One after the other",
        good: `# Gateway

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
    ],
  },
  code: "ST016",
  name: "cyclic-needs",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "error",
  fix: "none",
  *check({ document }) {
    const steps = stepList(document);
    const order = new Map(steps.map(({ id }, index) => [id, index]));
    const needs = new Map(steps.map((step) => [step.id, needsOf(step, document.syntax.text)]));
    for (const { id } of steps) {
      for (const { name, range } of needs.get(id) ?? []) {
        const at = order.get(name);
        // A circle always has one arrow that points at a later step, or at the step itself: that one is the finding.
        if (at === undefined || at < (order.get(id) ?? 0)) continue;
        const path = pathTo(name, id, needs);
        const message =
          name === id
            ? `The step "${id}" needs itself, so it can never run. Remove it from \`needs\`.`
            : path === undefined
              ? `The step "${id}" needs "${name}", which comes after it; steps run in the order of the text. Move one of the two.`
              : `The step "${id}" needs "${name}", and that needs it in turn: ${[id, ...path].join(" → ")}. None of them can run; remove one \`needs\`.`;
        const back = path?.at(-2);
        const closing = back === undefined ? undefined : needs.get(back)?.find((one) => one.name === id);
        yield {
          range,
          message,
          related: closing && name !== id ? [{ range: closing.range, message: `"${back}" needs "${id}"` }] : [],
        };
      }
    }
  },
});

function needsOf(step: Step, text: string): readonly StepReference[] {
  return stepReferences(step, text).filter(({ key }) => key === "needs");
}

/** The steps of a shortest way along `needs`, both ends included; undefined where there is none. */
function pathTo(
  from: string,
  to: string,
  needs: ReadonlyMap<string, readonly StepReference[]>,
): readonly string[] | undefined {
  const seen = new Set([from]);
  const ways: (readonly string[])[] = [[from]];
  for (const way of ways) {
    const last = way.at(-1);
    if (last === undefined || last === to) return way;
    for (const { name } of needs.get(last) ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      ways.push([...way, name]);
    }
  }
  return undefined;
}
