import type { Plan, PlanCommand, PlanInput, PlanStep } from "../core/checklist/plan.ts";
import { scriptVariables } from "../core/checklist/script-variables.ts";
import { undefinedVariables } from "../core/checklist/undefined-variables.ts";
import { isWellKnownVariable } from "../core/schema/environment-variables.ts";
import { isSecretName } from "../core/schema/secret-name.ts";
import type { UsedValue } from "./contract.ts";
import type { Environment } from "./dependencies.ts";
import type { Masker } from "./masking/masker.ts";

/** A step's commands in the order in which they run: what checks it comes last, wherever the checks stand in the text. */
export function commandsInOrder(step: PlanStep): { readonly command: PlanCommand; readonly number: number }[] {
  const numbered = step.commands.map((command, index) => ({ command, number: index + 1 }));
  return [
    ...numbered.filter(({ command }) => !command.verifies),
    ...numbered.filter(({ command }) => command.verifies),
  ];
}

/**
 * The variables that these commands use and that exist neither in the environment nor by a command before. A command that
 * may set any (`source file`) ends the search: what follows it is looked at again when it has run.
 */
export function missingVariables(
  commands: readonly PlanCommand[],
  env: Environment,
  platform: NodeJS.Platform,
): string[] {
  const missing = new Set<string>();
  const known = new Set<string>();
  for (const { script, language } of commands) {
    for (const { name } of undefinedVariables(script, language, known)) {
      if (environmentValue(env, name, platform) === undefined) missing.add(name);
    }
    const { set, setsUnknown } = scriptVariables(script, language);
    if (setsUnknown) break;
    for (const name of set) known.add(name);
  }
  return [...missing];
}

/** What a step's commands use and with which values they would run now; secrets are `***`. */
export function usedValues(
  step: PlanStep,
  plan: Plan,
  env: Environment,
  masker: Masker,
  platform: NodeJS.Platform,
): UsedValue[] {
  const names = new Set<string>();
  const set = new Set<string>();
  for (const { command } of commandsInOrder(step)) {
    const words = new Set(command.script.match(/[A-Za-z_]\w*/g) ?? []);
    for (const { name } of plan.inputs) if (words.has(name)) names.add(name);
    const variables = scriptVariables(command.script, command.language);
    for (const name of variables.set) set.add(name);
    for (const { name } of variables.used)
      if (!set.has(name) && !isWellKnownVariable(name, command.language)) names.add(name);
  }
  return [...names].map((name) => {
    const value = environmentValue(env, name, platform);
    const secret = isSecretName(name) || plan.inputs.some((input) => input.name === name && input.secret);
    return { name, value: value === undefined ? undefined : secret ? "***" : masker.mask(value) };
  });
}

/**
 * The secrets in an environment that a command leaves as they are: its shell need not write them to a file to hand them on.
 * One that it sets, or may set (`eval "$(login)"`), must travel that way.
 */
export function hiddenVariables(plan: Plan, command: PlanCommand, env: Environment): Readonly<Record<string, string>> {
  const { set, setsUnknown } = scriptVariables(command.script, command.language);
  const hidden: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const asked = plan.inputs.some((input) => input.name === name && input.secret);
    const secret = asked || (isSecretName(name) && !setsUnknown);
    if (value !== undefined && secret && !set.has(name) && /^[A-Za-z_]\w*$/.test(name)) hidden[name] = value;
  }
  return hidden;
}

/** The question for a variable that should be there by now. */
export function missingInput(name: string, plan: Plan): PlanInput {
  const planned = plan.inputs.find((input) => input.name === name);
  const description = "an earlier step did not set it";
  if (planned) return { ...planned, description, required: true };
  return {
    name,
    label: `$${name}`,
    origin: "variable",
    description,
    default: undefined,
    pattern: undefined,
    options: undefined,
    secret: isSecretName(name),
    required: true,
  };
}

function environmentValue(env: Environment, name: string, platform: NodeJS.Platform): string | undefined {
  if (platform !== "win32") return env[name];
  // Windows does not tell `Path` from `PATH`.
  return Object.entries(env).find(([key]) => key.toUpperCase() === name.toUpperCase())?.[1];
}
