import { isWellKnownVariable } from "../schema/environment-variables.ts";
import { scriptVariables, type VariableUse } from "./script-variables.ts";

/**
 * Finds the variables that a script uses and nothing sets: not the script itself, not what ran before (`known`), not the
 * environment's own (`HOME`, `PATH`, …). In the order of the text, each use. A script that reads a file of variables
 * (`source .env`) may set any: none is reported from there on.
 */
export function undefinedVariables(
  script: string,
  language: string,
  known: ReadonlySet<string> = new Set(),
): VariableUse[] {
  const { used, set, unknownFrom } = scriptVariables(script, language);
  return used.filter(
    ({ name, range }) =>
      range.start < unknownFrom && !set.has(name) && !known.has(name) && !isWellKnownVariable(name, language),
  );
}
