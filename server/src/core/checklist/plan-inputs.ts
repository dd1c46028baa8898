import { inputName } from "../model/input-name.ts";
import type { DeclaredInput, StepCommand } from "../model/procedure.ts";
import type { ScriptPlaceholder } from "./placeholders.ts";
import type { PlanInput } from "./plan.ts";
import { scriptVariables } from "./script-variables.ts";
import { undefinedVariables } from "./undefined-variables.ts";

/** Collects a plan's inputs while its commands are planned in the order in which they run. */
export interface InputCollector {
  /** `script` as it will run. */
  add(command: StepCommand, script: string, placeholders: readonly ScriptPlaceholder[]): void;
  /** Declared ones first, as declared; then found ones, as first used. */
  inputs(): readonly PlanInput[];
}

/** Names whose values should not be seen: found inputs of such a name are secret from the start. */
const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|PRIVATE_KEY|API_?KEY|ACCESS_KEY|AUTH)(?:_|$)/i;

/** Makes a collector that knows the inputs which the front matter declares. */
export function createInputCollector(declared: readonly DeclaredInput[]): InputCollector {
  const inputs = new Map<string, PlanInput>();
  for (const { name: label, range: _range, ...settings } of declared) {
    // A name that is a variable's already stays as it is: the commands use it so.
    const name = /^[A-Za-z_]\w*$/.test(label) ? label : inputName(label);
    if (!inputs.has(name)) inputs.set(name, { ...settings, name, label, origin: "declared" });
  }
  // What earlier commands set is carried over to later ones.
  const known = new Set<string>();
  let anything = false;

  const find = (name: string, label: string, origin: PlanInput["origin"]): void => {
    if (inputs.has(name)) return;
    const secret = SECRET_NAME.test(name);
    const nothing = { description: undefined, default: undefined, pattern: undefined, options: undefined };
    inputs.set(name, { name, label, origin, ...nothing, secret, required: true });
  };

  return {
    add(command, script, placeholders) {
      for (const { name, label, placement } of placeholders) {
        if (placement.kind === "rewrite") find(name, label, "placeholder");
      }
      const { set, setsUnknown } = scriptVariables(script, command.language);
      const uses = anything ? [] : undefinedVariables(script, command.language, known);
      for (const { name } of uses) find(name, `$${name}`, "variable");
      for (const name of set) known.add(name);
      anything ||= setsUnknown;
    },
    inputs: () => [...inputs.values()],
  };
}
