import { l10n, type TextDocument, window } from "vscode";
import { defaultSteps } from "../../../server/src/core/checklist/default-steps.ts";
import type { Plan, PlanStep } from "../../../server/src/core/checklist/plan.ts";
import { countEffects } from "./effects.ts";
import { pickOne } from "./questions.ts";
import { inLabel, inMessage, oneLine } from "./shown-text.ts";

/** A choice of steps, or what is wrong with the request; undefined when the person turned away. */
export type PickedSteps = { readonly steps: readonly PlanStep[] } | { readonly problem: string } | undefined;

/**
 * The steps of a checklist: those of the procedure that the CodeLens names, else, when there are several procedures, the
 * person's choice. A rollback undoes the rest, so it never belongs to a whole run.
 */
export async function pickChecklist(plan: Plan, procedureId: string | undefined): Promise<PickedSteps> {
  if (procedureId !== undefined) {
    const steps = plan.steps.filter((step) => step.procedureId === procedureId && !step.onlyWhenNamed);
    const problem = l10n.t(
      "The section that this was started from has no steps any more: the runbook has changed. Start again.",
    );
    return steps.length === 0 ? { problem } : { steps };
  }
  const whole = defaultSteps(plan);
  const procedures = [...new Set(plan.steps.map((step) => step.procedureId))];
  if (procedures.length === 1) return { steps: plan.steps.filter((step) => !step.onlyWhenNamed) };

  const ofProcedure = (id: string): readonly PlanStep[] =>
    plan.steps.filter((step) => step.procedureId === id && !step.onlyWhenNamed);
  const choices = procedures.map((id) => ({
    label: inLabel(titleOf(id)),
    description: countEffects(ofProcedure(id)),
    value: ofProcedure(id),
  }));
  if (whole.length > 0) {
    const label =
      whole.length < plan.steps.length ? l10n.t("Whole checklist, without rollback") : l10n.t("Whole checklist");
    choices.unshift({ label, description: countEffects(whole), value: whole });
  }
  const title = l10n.t("Run checklist: {0}", oneLine(plan.title));
  const steps = await pickOne(choices, { title, placeHolder: l10n.t("Which part?") });
  return steps === undefined ? undefined : { steps };
}

/** One step: the one that the CodeLens names, else the person's choice, beginning with the one at the cursor. */
export async function pickStep(plan: Plan, document: TextDocument, stepId: string | undefined): Promise<PickedSteps> {
  if (stepId !== undefined) {
    const step = plan.steps.find(({ id }) => id === stepId);
    const problem = l10n.t('The runbook has no step "{0}" any more: it has changed. Start again.', inMessage(stepId));
    return step === undefined ? { problem } : { steps: [step] };
  }
  const editor = window.activeTextEditor?.document === document ? window.activeTextEditor : undefined;
  const cursor = editor === undefined ? 0 : document.offsetAt(editor.selection.active);
  const atCursor = plan.steps.findLast((step) => step.titleRange.start <= cursor);
  const choices = plan.steps
    .filter((step) => step.commands.length > 0)
    .map((step) => ({ label: inLabel(step.title), description: countEffects([step]), value: step }));
  choices.sort((a, b) => Number(b.value === atCursor) - Number(a.value === atCursor));
  const title = l10n.t("Run step: {0}", oneLine(plan.title));
  const step = await pickOne(choices, { title, placeHolder: l10n.t("Which step?") });
  return step === undefined ? undefined : { steps: [step] };
}

/** A procedure's id is a slug of its section's title: `check-the-pods` reads as `Check the pods`. */
function titleOf(procedureId: string): string {
  const words = procedureId.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
