import { l10n } from "vscode";
import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";
import type { Effect } from "../../../server/src/core/model/procedure.ts";
import type { UsedValue } from "../../../server/src/engine/contract.ts";
import { effectName } from "./effects.ts";
import { askText, pickOne } from "./questions.ts";
import { inLabel, oneLine, shorten } from "./shown-text.ts";

/** What a person says before a step; `run-all`: run it, and do not ask before steps of this kind again. */
export type Confirmation = "run" | "run-all" | "skip" | "stop";

/** Asks before a step; turning away means stop, because the person did not say that anything should happen. */
export async function askConfirmation(
  step: PlanStep,
  effect: Effect,
  values: readonly UsedValue[],
  title: string,
  signal: AbortSignal,
): Promise<Confirmation> {
  const commands = inLabel(describe(step, values, 200));
  const all = {
    label: l10n.t("Run this and all that follow"),
    description: l10n.t("asks again only before a step that destroys"),
    value: "run-all" as const,
  };
  const run = effect === "destroy" ? l10n.t("Run…") : l10n.t("Run");
  const choices = [
    { label: run, description: effectName(effect), detail: commands, value: "run" as const },
    ...(effect === "destroy" ? [] : [all]),
    { label: l10n.t("Skip"), description: l10n.t("goes on with the next step"), value: "skip" as const },
    { label: l10n.t("Stop"), description: l10n.t("ends the run"), value: "stop" as const },
  ];
  const placeHolder = l10n.t("Run this step?");
  return (await pickOne(choices, { title, placeHolder, signal })) ?? "stop";
}

/** Asks to type the step's id before a step that destroys; anything else, and turning away, means no. */
export async function askConfirmationByTyping(
  step: PlanStep,
  values: readonly UsedValue[],
  title: string,
  signal: AbortSignal,
): Promise<boolean> {
  const why = step.commands.map(({ danger }) => danger).find((danger) => danger !== undefined);
  const question =
    why === undefined
      ? l10n.t("This step destroys data. Type {0} to run it.", step.id)
      : l10n.t("This step destroys data ({0}). Type {1} to run it.", oneLine(why), step.id);
  const prompt = `${question} ${describe(step, values, 400)}`;
  const typed = await askText({
    title,
    prompt,
    placeHolder: step.id,
    check: (value) =>
      value.trim() === step.id ? undefined : l10n.t("Type {0} exactly, or press Escape to leave it.", step.id),
    signal,
  });
  return typed?.trim() === step.id;
}

/** The step's commands, and behind them the values that they will run with. */
function describe(step: PlanStep, values: readonly UsedValue[], longest: number): string {
  const commands = shorten(oneLine(step.commands.map(({ script }) => script).join("; ")), longest);
  if (values.length === 0) return commands;
  const shown = values.map(
    ({ name, value }) => `${name}=${value === undefined ? l10n.t("(asked for)") : oneLine(value)}`,
  );
  return l10n.t("{0} with {1}", commands, shorten(shown.join(", "), longest));
}
