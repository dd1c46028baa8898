import type { PlanCommand, PlanStep } from "../core/checklist/plan.ts";
import { askInput } from "./inputs.ts";
import type { RunContext, Surroundings } from "./run-context.ts";
import { missingInput, missingVariables } from "./used-variables.ts";

/** What commands may run with, or why they must not run. */
export type Supplied =
  | { readonly ready: Surroundings }
  /** `asked`: the person turned away from the question; otherwise there was nobody to ask. */
  | { readonly missing: string; readonly asked: boolean };

/**
 * Sees to it that no command runs with a variable that is not there: `rm -rf "$DIR/cache"` must not find `$DIR` empty
 * because the step that sets it was skipped or failed. Asks for each missing one and puts the answers on record.
 */
export async function supplyVariables(
  context: RunContext,
  step: PlanStep,
  commands: readonly PlanCommand[],
  before: Surroundings,
): Promise<Supplied> {
  const { request, deps, masker, emit } = context;
  const names = missingVariables(commands, before.env, deps.platform);
  const values: Record<string, string> = {};
  for (const name of names) {
    const input = missingInput(name, request.plan);
    const value = request.face && (await askInput(request.face, input, request.signal));
    if (value === undefined) {
      const list = request.face ? [name] : names;
      const have = list.length === 1 ? "has" : "have";
      const shown = list.map((one) => `$${one}`).join(", ");
      const text = `${shown} ${have} no value, because no earlier step of this run gave one; its command was not run`;
      await emit({ type: "note", step: step.id, text: `${text}.` });
      return { missing: text, asked: request.face !== undefined };
    }
    if (input.secret) masker.add(value);
    const shown = input.secret ? {} : { value };
    await emit({ type: "input", name, source: "asked", secret: input.secret, ...shown });
    values[name] = value;
  }
  return { ready: names.length === 0 ? before : { ...before, env: { ...before.env, ...values } } };
}
