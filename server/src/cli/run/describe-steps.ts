import type { Colors } from "picocolors/types";
import { inputsOfSteps } from "../../core/checklist/inputs-of-steps.ts";
import type { Plan, PlanCommand, PlanInput, PlanStep } from "../../core/checklist/plan.ts";
import type { Effect } from "../../core/model/procedure.ts";
import type { UsedValue } from "../../engine/contract.ts";
import { formatExpected } from "../../engine/duration.ts";
import { effectOf } from "../../engine/effects.ts";
import { visibleLine, visibleText } from "../formats/visible-text.ts";
import { describeProse } from "./describe-prose.ts";

/** The list of what would run: title, effect, commands as they will run, inputs, and what keeps a step from running. */
export function describeSteps(plan: Plan, steps: readonly PlanStep[], colors: Colors): string {
  const lines: string[] = [];
  const inputs = inputsOfSteps(plan, steps);
  steps.forEach((step, index) => {
    lines.push(...describeStep(plan, step, index + 1, inputs, colors), "");
  });
  if (inputs.length > 0) lines.push("Inputs", ...inputs.map((input) => `   ${describeInput(input)}`), "");
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/** The word for an effect; the colour only stresses what the word says. */
export function effectBadge(effect: Effect, colors: Colors): string {
  if (effect === "read") return colors.green("read");
  return effect === "write" ? colors.yellow("write") : colors.bold(colors.red("DESTROY"));
}

/** A step's commands as they will run, and the values that they will run with. */
export function describeValues(step: PlanStep, values: readonly UsedValue[], colors: Colors): string {
  const lines = [
    ...step.commands.flatMap((command) => describeCommand(command, colors)),
    ...values.map(({ name, value }) => `    ${visibleText(name)} = ${describeValue(value)}`),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function describeValue(value: string | undefined): string {
  if (value === undefined) return "(not set: you will be asked)";
  return value === "" ? "(empty)" : visibleText(value);
}

function describeStep(
  plan: Plan,
  step: PlanStep,
  number: number,
  inputs: readonly PlanInput[],
  colors: Colors,
): string[] {
  const facts = [
    step.commands.length > 0 ? effectBadge(effectOf(step), colors) : step.isGroup ? "" : "by hand",
    step.expectedMs === undefined ? "" : `expected ~${formatExpected(step.expectedMs)}`,
    step.owner === undefined ? "" : `@${visibleText(step.owner)}`,
    colors.dim(`--step ${visibleText(step.id)}`),
  ].filter((fact) => fact !== "");
  const lines = [`${String(number).padStart(2)}. ${colors.bold(visibleText(step.title))}  ${facts.join(" · ")}`];
  for (const problem of plan.problems.filter(({ stepId }) => stepId === step.id)) {
    lines.push(`    ${colors.red("can't run:")} ${visibleText(problem.message)}`);
  }
  lines.push(...describeProse(step));
  const words = new Set(step.commands.flatMap(({ script }) => script.match(/[A-Za-z_]\w*/g) ?? []));
  const needed = inputs.filter(({ name }) => words.has(name));
  for (const command of step.commands) lines.push(...describeCommand(command, colors));
  if (needed.length > 0) lines.push(`    needs ${needed.map((input) => visibleText(input.label)).join(", ")}`);
  return lines;
}

function describeCommand(command: PlanCommand, colors: Colors): string[] {
  const facts = [
    command.verifies ? "checks the step" : "",
    command.effect === "destroy"
      ? `destroys${command.danger === undefined ? "" : `: ${visibleText(command.danger)}`}`
      : "",
    command.judgedEffect === undefined ? "" : "read, as its author says",
    command.interactive ? "has the terminal, its output is not recorded" : "",
    command.cwd === undefined ? "" : `in ${visibleText(command.cwd)}`,
  ].filter((fact) => fact !== "");
  const script = command.script.split("\n").map((line) => `    ${colors.dim("|")} ${visibleLine(line)}`);
  const lines = [`    ${command.language}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`, ...script];
  if (command.source === command.script) return lines;
  return [
    ...lines,
    "    as written:",
    ...command.source.split("\n").map((line) => `    ${colors.dim("|")} ${visibleLine(line)}`),
  ];
}

function describeInput(input: PlanInput): string {
  const facts = [
    input.label === input.name ? "" : visibleText(input.label),
    input.description === undefined ? "" : visibleText(input.description),
    input.options === undefined ? "" : `one of ${visibleText(input.options.join(", "))}`,
    input.pattern === undefined ? "" : `must match ${visibleText(input.pattern)}`,
    input.default === undefined || input.secret ? "" : `default ${visibleText(input.default)}`,
    input.secret ? `secret: set RUNBOOK_INPUT_${input.name}, or be asked` : "",
    input.required ? "" : "optional",
  ].filter((fact) => fact !== "");
  return `${input.name}${facts.length > 0 ? `  ${facts.join("; ")}` : ""}`;
}
