import { l10n } from "vscode";
import type { PlanInput } from "../../../server/src/core/checklist/plan.ts";
import { askText, pickOne } from "./questions.ts";
import { inLabel, oneLine } from "./shown-text.ts";

/**
 * Asks for the value of one input; undefined when the person turns away.
 *
 * Emptiness is refused at once; whether a value fits the declared pattern is the engine's to say (`problem`), so that
 * every door refuses the same values with the same words.
 */
export async function askInput(
  input: PlanInput,
  problem: string | undefined,
  title: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const about = oneLine(input.description ?? l10n.t("Value for {0}", input.label));
  const prompt = problem === undefined ? about : `${oneLine(problem)} ${about}`;
  if (input.options !== undefined && input.options.length > 0) {
    const choices = input.options.map((option) => ({
      label: inLabel(option),
      value: option,
      ...(option === input.default ? { description: l10n.t("default") } : {}),
    }));
    // The list's first row has the focus: the default belongs there.
    choices.sort((a, b) => Number(b.value === input.default) - Number(a.value === input.default));
    return pickOne(choices, { title, placeHolder: prompt, signal });
  }
  return askText({
    title,
    prompt,
    password: input.secret,
    value: input.secret ? undefined : input.default,
    placeHolder: oneLine(input.label),
    check: (value) =>
      value === "" && input.required ? l10n.t("{0} is needed: a command uses it.", oneLine(input.label)) : undefined,
    signal,
  });
}
