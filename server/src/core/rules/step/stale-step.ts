import * as z from "zod";
import { createPlan } from "../../checklist/create-plan.ts";
import { PLATFORMS } from "../../schema/interpreters.ts";
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
        runs: { steps: [{ id: "restart", hash: undefined, date: "2024-03-01" }] },
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
        runs: { steps: [{ id: "restart", hash: undefined, date: "2025-01-07" }] },
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
    // A record may come from another machine, where the step had other commands.
    const plans = PLATFORMS.map((platform) => createPlan(document, { platform }).steps);
    for (const [index, step] of (plans[0] ?? []).entries()) {
      const variants = plans.flatMap((steps) => steps[index] ?? []);
      const last = lastSuccess(
        runs,
        step.id,
        variants.map(({ hash }) => hash),
      );
      if (last === undefined || variants.every(({ commands }) => commands.length === 0)) continue;
      const title = shorten(step.title);
      const days = Math.floor((Date.parse(today) - Date.parse(last.date)) / DAY_MS);
      if (last.isOther) {
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

/** The last success of a step as it stands; where there is none, of the step as it was. */
function lastSuccess(
  { steps }: RunFacts,
  id: string,
  hashes: readonly string[],
): { readonly date: string; readonly isOther: boolean } | undefined {
  const latest = (some: RunFacts["steps"]): string | undefined =>
    some
      .map(({ date }) => date)
      .toSorted()
      .at(-1);
  const own = steps.filter((step) => step.id === id);
  const same = latest(own.filter(({ hash }) => hash === undefined || hashes.includes(hash)));
  if (same !== undefined) return { date: same, isOther: false };
  const other = latest(own);
  return other === undefined ? undefined : { date: other, isOther: true };
}
