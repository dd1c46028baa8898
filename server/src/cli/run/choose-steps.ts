import { defaultSteps } from "../../core/checklist/default-steps.ts";
import type { Plan, PlanStep } from "../../core/checklist/plan.ts";
import { nearestName } from "../../core/schema/configuration-nearest.ts";
import { visibleText } from "../formats/visible-text.ts";
import { UsageError } from "../usage-error.ts";

/** Which steps a person named; neither: those of a plain run. */
export interface StepChoice {
  readonly steps: readonly string[];
  /** A section's id (`mitigation-1`) or what it is (`rollback`). */
  readonly section: string | undefined;
}

/**
 * The steps to run, in the order of the runbook. A step over sub-steps stands for these too. Throws a `UsageError` for a
 * name that the runbook does not have, with the one that was probably meant.
 */
export function chooseSteps(plan: Plan, choice: StepChoice): readonly PlanStep[] {
  if (choice.steps.length === 0 && choice.section === undefined) {
    const chosen = defaultSteps(plan);
    if (chosen.length > 0) return chosen;
    throw new UsageError("this runbook has only rollback steps, which run when asked for: --section rollback.");
  }
  const wanted = new Set<string>();
  for (const id of choice.steps) for (const step of withSubSteps(plan, id)) wanted.add(step.id);
  const { section } = choice;
  if (section !== undefined) {
    const inSection = plan.steps.filter(({ procedureId, role }) => procedureId === section || role === section);
    const sections = plan.steps.flatMap(({ procedureId, role }) => [procedureId, role]);
    if (inSection.length === 0) throw unknown("section", section, sections);
    for (const step of inSection) if (!step.onlyWhenNamed) wanted.add(step.id);
  }
  return plan.steps.filter((step) => wanted.has(step.id));
}

function withSubSteps(plan: Plan, id: string): readonly PlanStep[] {
  const at = plan.steps.findIndex((step) => step.id === id);
  const step = plan.steps[at];
  if (step === undefined)
    throw unknown(
      "step",
      id,
      plan.steps.map((one) => one.id),
    );
  if (!step.isGroup) return [step];
  const behind = plan.steps.slice(at + 1);
  const end = behind.findIndex(({ depth }) => depth <= step.depth);
  return [step, ...(end < 0 ? behind : behind.slice(0, end))];
}

function unknown(what: string, name: string, names: readonly string[]): UsageError {
  const all = [...new Set(names)];
  const meant = nearestName(name, all);
  const shown = visibleText(name);
  if (meant !== undefined)
    return new UsageError(`this runbook has no ${what} "${shown}". Did you mean "${visibleText(meant)}"?`);
  return new UsageError(`this runbook has no ${what} "${shown}". It has: ${all.map(visibleText).join(", ")}.`);
}
