import type { PlanStep } from "../core/checklist/plan.ts";
import type { Effect } from "../core/model/procedure.ts";

const STRENGTH: Readonly<Record<Effect, number>> = { read: 0, write: 1, destroy: 2 };

/** The strongest effect of a step's commands, whatever the step says of itself; `read` for a manual step. */
export function effectOf(step: PlanStep): Effect {
  return step.commands.reduce<Effect>(
    (strongest, { effect }) => (STRENGTH[effect] > STRENGTH[strongest] ? effect : strongest),
    step.effect,
  );
}

/** The different effects of these steps, weakest first. */
export function effectsOf(steps: readonly PlanStep[]): Effect[] {
  const found = new Set(steps.map(effectOf));
  return (["read", "write", "destroy"] as const).filter((effect) => found.has(effect));
}
