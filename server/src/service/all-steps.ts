import type { Step } from "../core/model/procedure.ts";

/** The steps and their sub-steps, in the order of the text. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...allSteps(step.children)]);
}
