import { findAttribute } from "../model/attributes.ts";
import { declaredInputProblems } from "../model/declared-inputs.ts";
import type { RunbookDocument } from "../model/document.ts";
import type { Effect, Procedure, Step, StepCommand } from "../model/procedure.ts";
import type { Platform } from "../schema/interpreters.ts";
import { hashOf } from "./hash.ts";
import type { Plan, PlanProblem, PlanStep } from "./plan.ts";
import { planCommand } from "./plan-command.ts";
import { createInputCollector, type InputCollector } from "./plan-inputs.ts";
import { platformCommands } from "./platform-commands.ts";

/** What a plan is made for. */
export interface PlanOptions {
  /** The machine that will run it. */
  readonly platform: Platform;
}

/** What is collected over all steps. */
interface Draft {
  readonly steps: PlanStep[];
  readonly problems: PlanProblem[];
  readonly inputs: InputCollector;
  readonly platform: Platform;
}

/**
 * Plans a run of a runbook: its steps in the order of the text (sub-steps behind their step), placeholders filled in by
 * variables, effects judged, inputs found. Pure, and never throws. A step with a problem must not run as it is.
 */
export function createPlan(document: RunbookDocument, { platform }: PlanOptions): Plan {
  const draft: Draft = { steps: [], problems: [], inputs: createInputCollector(document.declaredInputs), platform };
  const placed = document.procedures.flatMap((procedure) => procedure.steps.map((step) => ({ procedure, step })));
  // A procedure inside another one (`Rollback` below `Steps`) stands among the outer one's steps.
  placed.sort((a, b) => a.step.range.start - b.step.range.start);
  for (const { procedure, step } of placed) planStep(step, procedure, 0, draft);
  checkNeeds(document, draft);
  // Without the inputs as meant nothing may run, whichever steps are chosen.
  for (const problem of [...declaredInputProblems(document.frontMatter), ...draft.inputs.problems()]) {
    for (const step of draft.steps) if (step.commands.length > 0) draft.problems.push({ stepId: step.id, ...problem });
  }
  const inputs = draft.inputs.inputs();
  return {
    path: document.path,
    title: document.outline.title?.title || fileTitle(document.path),
    steps: draft.steps,
    inputs,
    problems: draft.problems,
    hash: hashOf([
      "runbook-plan-1",
      document.path,
      draft.steps.map(({ id, hash, commands }) => [id, hash, commands.map(({ effect }) => effect)]),
      inputs.map((input) => [input.name, input.default ?? "", input.pattern ?? "", input.options ?? [], input.secret]),
    ]),
  };
}

function planStep(step: Step, procedure: Procedure, depth: number, draft: Draft): void {
  const chosen = platformCommands(step.commands, draft.platform);
  const isExcluded = ({ attributes }: StepCommand): boolean =>
    findAttribute(attributes, "excludeFromRunAll")?.value === "true";
  // Beside other blocks, an excluded one is no step that could be named: it never runs.
  const onlyExcluded = chosen.length > 0 && chosen.every(isExcluded);
  const planned = (onlyExcluded ? chosen : chosen.filter((command) => !isExcluded(command))).map((command) => {
    const result = planCommand(command, step.id);
    const values = draft.inputs.add(command, result.command.script, result.placeholders);
    draft.problems.push(...result.problems);
    for (const { message, range } of values) draft.problems.push({ stepId: step.id, message, range });
    return result;
  });
  if (step.commands.length > 0 && chosen.length === 0) {
    const message = `“${step.title}” has no command for ${draft.platform}: do it by hand, or add a block for it.`;
    draft.problems.push({ stepId: step.id, message, range: step.titleRange });
  }
  const commands = planned.map(({ command }) => command);
  draft.steps.push({
    id: step.id,
    title: step.title,
    procedureId: procedure.id,
    role: procedure.role,
    titleRange: step.titleRange,
    depth,
    effect: strongestEffect(commands.map(({ effect }) => effect)),
    expectedMs: step.expectedMs,
    owner: step.owner,
    ...(step.prose !== "" && { prose: step.prose }),
    commands,
    ...(commands.length === 0 && step.children.length > 0 && { isGroup: true }),
    ...(onlyExcluded && { onlyWhenNamed: true }),
    hash: hashOf(["runbook-step-1", ...planned.map(({ identity }) => identity)]),
  });
  for (const child of step.children) planStep(child, procedure, depth + 1, draft);
}

function strongestEffect(effects: readonly Effect[]): Effect {
  if (effects.includes("destroy")) return "destroy";
  return effects.includes("write") ? "write" : "read";
}

/** Steps run in the order of the text, so what a step needs must stand before it. */
function checkNeeds(document: RunbookDocument, { steps, problems }: Draft): void {
  const order = new Map(steps.map((step, index) => [step.id, index]));
  const check = (step: Step): void => {
    for (const { attributes } of step.commands) {
      const needs = findAttribute(attributes, "needs");
      for (const need of needs?.value.split(",") ?? []) {
        const name = need.trim().replace(/<.*$/, "");
        const at = order.get(name);
        if (needs === undefined || (at !== undefined && at < (order.get(step.id) ?? 0))) continue;
        const what = at === undefined ? "there is no such step" : "that step comes later or is this one";
        const message = `It needs \`${name}\`, but ${what}: correct the name or the order of the steps.`;
        problems.push({ stepId: step.id, message, range: needs.valueRange });
      }
    }
    step.children.forEach(check);
  };
  for (const procedure of document.procedures) procedure.steps.forEach(check);
}

function fileTitle(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.(?:md|markdown|mdx|qmd)$/i, "") || "Runbook";
}
