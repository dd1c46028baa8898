import { knownInputs } from "../core/checklist/inputs-of-steps.ts";
import type { PlanInput, PlanStep } from "../core/checklist/plan.ts";
import { nearestName } from "../core/schema/configuration-nearest.ts";
import type { RunOutcome, RunRequest } from "./contract.ts";
import type { EngineDependencies } from "./dependencies.ts";
import { effectOf } from "./effects.ts";
import { findInput } from "./inputs.ts";
import { outcome } from "./outcome.ts";
import { findInterpreter, type Interpreter } from "./process/interpreter.ts";

/** What a run may begin with, or why it may not. */
export type Preflight = { readonly interpreters: ReadonlyMap<string, Interpreter> } | { readonly refusal: RunOutcome };

/** Everything that can be known to go wrong before anything is asked or run: said at once, and nothing happens. */
export async function preflight(request: RunRequest, deps: EngineDependencies): Promise<Preflight> {
  const refuse = (message: string): Preflight => ({ refusal: outcome("refused", message) });
  const { plan, steps } = request;
  if (steps.length === 0) return refuse("No step was chosen: there is nothing to run.");

  const chosen = new Set(steps.map((step) => step.id));
  const problems = plan.problems.filter((problem) => chosen.has(problem.stepId));
  if (problems.length > 0) {
    const list = problems.map((problem) => `step "${titleOf(steps, problem.stepId)}": ${problem.message}`);
    return refuse(`Nothing was run. ${list.join("; ")}`);
  }

  const inputs = knownInputs(plan, steps);
  const unknown = Object.keys(request.inputs).find((name) => !findInput(inputs, name));
  if (unknown !== undefined) return refuse(unknownInput(unknown, inputs));

  const interpreters = new Map<string, Interpreter>();
  for (const step of steps) {
    for (const { language } of step.commands) {
      const interpreter = interpreters.get(language) ?? (await findInterpreter(language, deps));
      if (!interpreter) return refuse(missingInterpreter(step, language, deps.platform));
      interpreters.set(language, interpreter);
    }
  }

  const question = request.face ? undefined : neededQuestion(request);
  return question === undefined ? { interpreters } : { refusal: outcome("needs-confirmation", question) };
}

/** What would have to be asked of a person, in words; undefined when these steps can run with nobody there. */
function neededQuestion({ steps, accepted }: RunRequest): string | undefined {
  const manual = steps.find((step) => step.commands.length === 0 && !step.isGroup);
  if (manual)
    return `Step "${manual.title}" is done by a person, and nobody can be asked here: nothing was run. Run it in a terminal.`;
  const terminal = steps.find((step) => step.commands.some((command) => command.interactive));
  if (terminal) return `Step "${terminal.title}" needs a terminal, and there is none: nothing was run.`;
  const destroying = steps.find((step) => effectOf(step) === "destroy");
  if (destroying) {
    return `Step "${destroying.title}" destroys data (${dangerOf(destroying)}); that can only be confirmed in a terminal, by typing its name: nothing was run.`;
  }
  const writing = steps.find((step) => effectOf(step) === "write");
  if (writing && !accepted.includes("write")) {
    return `Step "${writing.title}" changes something and nobody can be asked: nothing was run. Accept that with --yes write.`;
  }
  // Whoever wrote the file also wrote its `effect=read`: with nobody there to see it, it is not enough.
  const claiming = steps.find((step) => step.commands.some(({ judgedEffect }) => judgedEffect !== undefined));
  if (claiming && !accepted.includes("write")) {
    return `Step "${claiming.title}" only reads, as its author says (effect=read), but its commands are not known to, and nobody can be asked: nothing was run. Accept that with --yes write.`;
  }
  return undefined;
}

function dangerOf(step: PlanStep): string {
  return step.commands.find((command) => command.danger !== undefined)?.danger ?? "it says so";
}

function titleOf(steps: readonly PlanStep[], id: string): string {
  return steps.find((step) => step.id === id)?.title ?? id;
}

function unknownInput(name: string, inputs: readonly PlanInput[]): string {
  const labels = new Map(
    inputs.flatMap((input) => [[input.name, input.label] as const, [bare(input.label), input.label] as const]),
  );
  const meant = labels.get(nearestName(bare(name), labels.keys()) ?? "");
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  const known = inputs.length > 0 ? `It has: ${inputs.map((input) => input.label).join(", ")}.` : "It has none.";
  return `This runbook has no input "${name}".${hint} ${known}`;
}

function bare(spelling: string): string {
  return spelling.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function missingInterpreter(step: PlanStep, language: string, platform: NodeJS.Platform): string {
  const where =
    language === "cmd" && platform !== "win32"
      ? "which only Windows has"
      : platform === "win32" && (language === "bash" || language === "sh")
        ? "which comes with Git for Windows and was not found there"
        : "which is not on the PATH of this machine";
  return `Step "${step.title}" needs ${language}, ${where}: nothing was run. Install it, or leave this step out.`;
}
