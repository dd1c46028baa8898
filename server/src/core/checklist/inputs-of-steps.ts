import type { Plan, PlanInput, PlanStep } from "./plan.ts";
import { scriptVariables } from "./script-variables.ts";
import { undefinedVariables } from "./undefined-variables.ts";

/**
 * The inputs that a choice of a plan's steps needs, in the plan's order: those whose name occurs in a script, and then the
 * variables that only a step which is left out would have set. Without a value for these, `rm -rf "$DIR/cache"` would run
 * with an empty `$DIR`.
 */
export function inputsOfSteps(plan: Plan, steps: readonly PlanStep[]): PlanInput[] {
  const commands = steps.flatMap((step) => step.commands);
  const words = new Set(commands.flatMap(({ script }) => script.match(/[A-Za-z_]\w*/g) ?? []));
  const inputs = new Map(
    plan.inputs.filter(({ name }) => words.has(name)).map((input) => [input.name, input] as const),
  );

  const known = new Set<string>();
  for (const { script, language } of commands) {
    const { set, setsUnknown } = scriptVariables(script, language);
    for (const { name } of undefinedVariables(script, language, known)) {
      if (!inputs.has(name) && isSetBySomeStep(plan, name)) inputs.set(name, leftOut(name));
    }
    for (const name of set) known.add(name);
    // From here on anything may be set: asking would be guessing.
    if (setsUnknown) break;
  }
  return [...inputs.values()];
}

/** Whether a step of the whole plan sets the variable, or may set any: then it is no input of the plan itself. */
function isSetBySomeStep(plan: Plan, name: string): boolean {
  return plan.steps.some((step) =>
    step.commands.some(({ script, language }) => {
      const { set, setsUnknown } = scriptVariables(script, language);
      return setsUnknown || set.has(name);
    }),
  );
}

function leftOut(name: string): PlanInput {
  return {
    name,
    label: `$${name}`,
    origin: "variable",
    description: "an earlier step that is left out sets it",
    default: undefined,
    pattern: undefined,
    options: undefined,
    secret: false,
    required: true,
  };
}

/** All inputs that may be given for a run of these steps: the plan's own, whether the steps use them or not, and theirs. */
export function knownInputs(plan: Plan, steps: readonly PlanStep[]): PlanInput[] {
  const own = new Set(plan.inputs.map(({ name }) => name));
  return [...plan.inputs, ...inputsOfSteps(plan, steps).filter(({ name }) => !own.has(name))];
}
