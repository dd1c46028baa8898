import * as z from "zod";
import { createPlan } from "../../checklist/create-plan.ts";
import { defineRule, type RunFacts } from "../rule.ts";
import { shorten } from "../support/shorten.ts";

const DAY_MS = 86_400_000;

/** ST022. */
export const staleStep = defineRule({
  docs: {
    what: "Reports a step that the records of runs know, and that was changed since it last succeeded, or last succeeded longer ago than the option `days` (180). Without records nothing is said.",
    why: "Runbooks rot in silence: hosts are renamed, flags go. A step that worked the way it stands, not long ago, is one that the reader can trust.",
    examples: [
      {
        title: "Last done in 2024",
        runs: { platform: "linux", steps: [{ id: "restart", hash: undefined, date: "2024-03-01" }] },
        bad: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh {name=restart}
   systemctl restart gateway
   \`\`\`
`,
      },
      {
        title: "Done last month",
        runs: { platform: "linux", steps: [{ id: "restart", hash: undefined, date: "2025-01-07" }] },
        good: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh {name=restart}
   systemctl restart gateway
   \`\`\`
`,
      },
    ],
  },
  code: "ST022",
  name: "stale-step",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  options: z.strictObject({
    /** Days after which a success counts no more. */
    days: z.number().int().min(1).max(3650).default(180),
  }),
  *check({ document, options, surroundings }) {
    const { runs, today } = surroundings;
    if (runs === undefined || runs.steps.length === 0) return;
    for (const step of createPlan(document, { platform: runs.platform }).steps) {
      const last = lastSuccess(runs, step.id);
      if (last === undefined || step.commands.length === 0) continue;
      const title = shorten(step.title);
      const days = Math.floor((Date.parse(today) - Date.parse(last.date)) / DAY_MS);
      if (last.hash !== undefined && last.hash !== step.hash) {
        yield {
          range: step.titleRange,
          message: `The step "${title}" was changed since it last succeeded on ${last.date}. Rehearse it.`,
        };
      } else if (days > options.days) {
        yield {
          range: step.titleRange,
          message: `The step "${title}" last succeeded on ${last.date}, ${days} days ago. Rehearse it.`,
        };
      }
    }
  },
});

function lastSuccess({ steps }: RunFacts, id: string): RunFacts["steps"][number] | undefined {
  return steps
    .filter((step) => step.id === id)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
}
