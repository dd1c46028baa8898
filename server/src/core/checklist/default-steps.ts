import type { Plan, PlanStep } from "./plan.ts";

/**
 * The steps that a plain run takes, in order: all but those of rollback sections and those that their author keeps out
 * of it, which run only when asked for.
 */
export function defaultSteps(plan: Plan): readonly PlanStep[] {
  return plan.steps.filter((step) => step.role !== "rollback" && !step.onlyWhenNamed);
}
