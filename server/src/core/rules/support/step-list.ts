import type { RunbookDocument } from "../../model/document.ts";
import type { Step } from "../../model/procedure.ts";

/** All steps of a runbook in the order of the text, sub-steps behind their step. */
export function stepList(document: RunbookDocument): readonly Step[] {
  const flatten = (steps: readonly Step[]): readonly Step[] =>
    steps.flatMap((step) => [step, ...flatten(step.children)]);
  const steps = document.procedures.flatMap((procedure) => flatten(procedure.steps));
  return steps.toSorted((a, b) => a.range.start - b.range.start);
}
