import { l10n } from "vscode";
import type { Plan, PlanStep } from "../../../server/src/core/checklist/plan.ts";
import { countEffects } from "./effects.ts";
import type { PlanDocuments } from "./plan-documents.ts";
import { describePlan, type PlanSurroundings } from "./plan-markdown.ts";
import { pickOne } from "./questions.ts";
import { oneLine } from "./shown-text.ts";

/** Shows the whole plan beside the runbook and asks whether to start; anything but *Start* means no. */
export async function askConsent(
  plans: PlanDocuments,
  plan: Plan,
  steps: readonly PlanStep[],
  surroundings: PlanSurroundings,
  signal: AbortSignal,
): Promise<boolean> {
  const close = await plans.show(plan.title, describePlan(plan, steps, surroundings));
  try {
    const choices = [
      { label: l10n.t("Start"), description: countEffects(steps), value: true },
      { label: l10n.t("Cancel"), description: l10n.t("runs nothing"), value: false },
    ];
    const placeHolder = surroundings.unsaved
      ? l10n.t("Read the plan beside before you start. It has the changes that are not saved.")
      : l10n.t("Read the plan beside before you start.");
    const title = l10n.t("Run checklist: {0}", oneLine(plan.title));
    return (await pickOne(choices, { title, placeHolder, signal })) === true;
  } finally {
    await close();
  }
}
