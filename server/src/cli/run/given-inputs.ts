import type { PlanInput } from "../../core/checklist/plan.ts";
import type { Environment } from "../../engine/dependencies.ts";
import { findInput } from "../../engine/inputs.ts";
import { visibleText } from "../formats/visible-text.ts";
import { UsageError } from "../usage-error.ts";

/** Name of the environment variable that gives an input its value: the way for secrets, which no argument may carry. */
const PREFIX = "RUNBOOK_INPUT_";

/**
 * The values given on the command line (`name=value`, everything behind the first `=`) and by `RUNBOOK_INPUT_NAME` in the
 * environment; the command line wins. Throws a `UsageError` for an option without `=` and for a secret on the command line.
 */
export function givenInputs(
  options: readonly string[],
  inputs: readonly PlanInput[],
  env: Environment,
): Record<string, string> {
  const given: Record<string, string> = {};
  for (const { name } of inputs) {
    const value = env[PREFIX + name];
    if (value !== undefined) given[name] = value;
  }
  for (const option of options) {
    const equals = option.indexOf("=");
    if (equals <= 0) throw new UsageError(`--input ${visibleText(option)}: write it as NAME=VALUE.`);
    const name = option.slice(0, equals);
    const input = findInput(inputs, name);
    if (input?.secret) {
      throw new UsageError(
        `--input ${visibleText(name)}: a secret on the command line can be seen by everybody on this machine. Set ${PREFIX}${input.name} in the environment, or let yourself be asked.`,
      );
    }
    given[input?.name ?? name] = option.slice(equals + 1);
  }
  return given;
}
