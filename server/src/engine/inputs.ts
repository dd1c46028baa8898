import { inputsOfSteps } from "../core/checklist/inputs-of-steps.ts";
import type { PlanInput } from "../core/checklist/plan.ts";
import type { RunFace, RunRequest } from "./contract.ts";
import type { Environment } from "./dependencies.ts";
import { SHORTEST_SECRET } from "./masking/secret-forms.ts";
import { askUntilStopped } from "./questions.ts";

/** The value of an input and where it came from. */
export interface InputValue {
  readonly input: PlanInput;
  readonly value: string;
  readonly source: "given" | "asked" | "default" | "environment";
}

/** Finds an input by any spelling that `--input` takes: `POD_NAME`, `<pod-name>`, `pod-name`. */
export function findInput(inputs: readonly PlanInput[], spelling: string): PlanInput | undefined {
  const plain = plainName(spelling);
  return (
    inputs.find((input) => input.name === spelling || input.label === spelling) ??
    inputs.find((input) => plainName(input.name) === plain || plainName(input.label) === plain)
  );
}

function plainName(spelling: string): string {
  return spelling
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Why a value is refused, in words for the person; undefined when it is fine. */
function inputProblem(input: PlanInput, value: string): string | undefined {
  if (value === "") return input.required ? `${input.label} needs a value.` : undefined;
  if (value.includes("\0"))
    return `${input.label} must not contain a NUL character: no environment variable can hold one.`;
  if (input.secret && value.length < SHORTEST_SECRET) {
    return `${input.label} is too short to be kept out of the record: a secret needs at least ${SHORTEST_SECRET} characters.`;
  }
  const shown = input.secret ? "The value" : JSON.stringify(value);
  if (input.options && !input.options.includes(value)) {
    return `${shown} is none of the values of ${input.label}: ${input.options.join(", ")}.`;
  }
  if (input.pattern === undefined) return undefined;
  const pattern = compile(input.pattern);
  if (!pattern)
    return `The pattern of ${input.label}, ${input.pattern}, is no regular expression: mend it in the front matter.`;
  return pattern.test(value) ? undefined : `${shown} does not fit ${input.label}, which must match ${input.pattern}.`;
}

/** The whole value must match. */
function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    // The caller says what is wrong with it.
    return undefined;
  }
}

/** What the collecting of inputs came to. */
export type CollectedInputs =
  | { readonly values: readonly InputValue[] }
  /** `unasked`: a value is missing and nobody can be asked; `invalid`: a value given beforehand is refused. */
  | { readonly failure: "unasked" | "invalid" | "stopped"; readonly message: string };

/**
 * Gives every input of the steps its value: given beforehand, else (for a variable that the machine sets) from the
 * environment, else asked until it fits, else, where nobody can be asked, its default. Empty for optional ones without.
 */
export async function collectInputs(request: RunRequest, env: Environment): Promise<CollectedInputs> {
  const inputs = inputsOfSteps(request.plan, request.steps);
  const given = new Map<PlanInput, string>();
  for (const [spelling, value] of Object.entries(request.inputs)) {
    const input = findInput(inputs, spelling);
    if (input) given.set(input, value);
  }
  const values: InputValue[] = [];
  const missing: string[] = [];
  for (const input of inputs) {
    const settled = settle(input, given.get(input), env, request.face === undefined);
    if (settled === undefined && !request.face) missing.push(input.label);
    else if (settled !== undefined) {
      const problem = inputProblem(input, settled.value);
      if (problem !== undefined) return { failure: "invalid", message: problem };
      values.push(settled);
    } else if (request.face) {
      const value = await askInput(request.face, input, request.signal);
      if (value === undefined) return { failure: "stopped", message: `No value for ${input.label}: nothing was run.` };
      values.push({ input, value, source: "asked" });
    }
  }
  if (missing.length === 0) return { values };
  const names = missing.join(", ");
  return {
    failure: "unasked",
    message: `No value for ${names}, and nobody to ask: give it beforehand with --input NAME=VALUE.`,
  };
}

function settle(input: PlanInput, given: string | undefined, env: Environment, alone: boolean): InputValue | undefined {
  if (given !== undefined) return { input, value: given, source: "given" };
  const set = input.origin === "variable" ? env[input.name] : undefined;
  if (set !== undefined) return { input, value: set, source: "environment" };
  if (!alone) return undefined;
  if (input.default !== undefined) return { input, value: input.default, source: "default" };
  return input.required ? undefined : { input, value: "", source: "default" };
}

/** Asks until the value fits; undefined when the person turned away or the run was stopped. */
export async function askInput(face: RunFace, input: PlanInput, signal: AbortSignal): Promise<string | undefined> {
  let problem: string | undefined;
  for (;;) {
    const value = await askUntilStopped(signal, face.input(input, problem));
    if (value === undefined) return undefined;
    problem = inputProblem(input, value);
    if (problem === undefined) return value;
  }
}
