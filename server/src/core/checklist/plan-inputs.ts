import { inputName, isSpecialVariable } from "../model/input-name.ts";
import type { DeclaredInput, StepCommand } from "../model/procedure.ts";
import { isPosixShell } from "../schema/interpreters.ts";
import { isSecretName } from "../schema/secret-name.ts";
import type { SyntaxProblem } from "../syntax/parse.ts";
import type { CarriedValues } from "./evaluation/carried-values.ts";
import { spreadValues } from "./evaluation/spread-values.ts";
import type { ScriptPlaceholder } from "./placeholders.ts";
import type { PlanInput } from "./plan.ts";
import { isHarmless, valueProblems } from "./plan-values.ts";
import { scriptVariables } from "./script-variables.ts";
import { undefinedVariables } from "./undefined-variables.ts";

/** Collects a plan's inputs while its commands are planned in the order in which they run. */
export interface InputCollector {
  /** `script` as it will run. Returns what keeps it from running: values of inputs that would be read as code. */
  add(command: StepCommand, script: string, placeholders: readonly ScriptPlaceholder[]): readonly SyntaxProblem[];
  /** Declared ones first, as declared; then found ones, as first used. */
  inputs(): readonly PlanInput[];
  /** Declared inputs that no single variable can carry. */
  problems(): readonly SyntaxProblem[];
}

/** Makes a collector that knows the inputs which the front matter declares. */
export function createInputCollector(declared: readonly DeclaredInput[]): InputCollector {
  const found = new Map<string, PlanInput>();
  /** By the variable for their label: `pin`, `<pin>`, `$PIN` and `$pin` are one input. */
  const declarations = new Map<string, { readonly input: DeclaredInput; readonly carriers: Set<string> }>();
  for (const input of declared) {
    const key = inputName(input.name);
    if (!declarations.has(key)) declarations.set(key, { input, carriers: new Set() });
  }
  // What earlier commands set is carried over to later ones.
  const known = new Set<string>();
  let anything = false;
  // Variables that hold an input's value, carried over to later commands too.
  let carried: CarriedValues = new Map();

  const find = (name: string, label: string, origin: PlanInput["origin"]): void => {
    if (declarations.has(inputName(name)) || found.has(name)) return;
    const secret = isSecretName(name);
    const nothing = { description: undefined, default: undefined, pattern: undefined, options: undefined };
    found.set(name, { name, label, origin, ...nothing, secret, required: true });
  };
  const carry = (name: string): void => void declarations.get(inputName(name))?.carriers.add(name);

  const declaredInputs = (): PlanInput[] =>
    [...declarations.values()].map(({ input, carriers }) => declaredInput(input, [...carriers][0]));

  return {
    add(command, script, placeholders) {
      for (const { name, label, placement } of placeholders) {
        if (placement.kind !== "rewrite") continue;
        carry(name);
        find(name, label, "placeholder");
      }
      const { set, setsUnknown, used } = scriptVariables(script, command.language);
      for (const { name } of used) carry(name);
      const uses = anything ? [] : undefinedVariables(script, command.language, known);
      // Variables that programs read themselves are the machine's to set, not a person's to type.
      for (const { name } of uses) if (!isSpecialVariable(name)) find(name, `$${name}`, "variable");
      for (const name of set) known.add(name);
      anything ||= setsUnknown;
      const own = [...declaredInputs(), ...found.values()].filter((input) => !isHarmless(input));
      const values = new Map([...carried, ...own.map(({ name }) => [name, name] as const)]);
      if (isPosixShell(command.language)) carried = spreadValues(script, values);
      const refused = new Set(placeholders.flatMap(({ name, placement }) => (placement.kind === "refuse" ? name : [])));
      const problems = valueProblems(command, script, values).filter(({ root }) => !refused.has(root));
      return [...problems, ...(uses.some(({ name }) => name === "ENV") ? [environmentProblem(command)] : [])];
    },
    inputs: () => [...declaredInputs(), ...found.values()],
    problems: () =>
      [...declarations.values()].flatMap(({ input, carriers }) => {
        const names = [...carriers].map((name) => `$${name}`);
        if (names.length < 2) return [];
        const message = `The input \`${input.name}\` is used as ${names.join(" and ")}, which are different variables: use one.`;
        return [{ message, range: input.range }];
      }),
  };
}

/** In the variable that the commands use; unused, in one of its own name where that can be one. */
function declaredInput({ name: label, range: _range, ...settings }: DeclaredInput, carrier?: string): PlanInput {
  // Windows knows no case in names of variables: an unused `path` must not become `PATH`.
  const own = /^[A-Za-z_]\w*$/.test(label) && !isSpecialVariable(label.toUpperCase()) ? label : inputName(label);
  return { ...settings, name: carrier ?? own, label, origin: "declared" };
}

/** Everybody's name for the environment, and the file that `sh` runs at its start. */
function environmentProblem(command: StepCommand): SyntaxProblem {
  const message =
    "Nothing sets `$ENV`, and it can't be asked for, because shells run the file that it names: call it something else, such as `$ENVIRONMENT`.";
  return { message, range: command.block.infoRange };
}
