import { l10n } from "vscode";
import type { Plan, PlanCommand, PlanInput, PlanStep } from "../../../server/src/core/checklist/plan.ts";
import { formatDuration } from "./durations.ts";
import { countEffects, effectName } from "./effects.ts";
import { oneLine, revealHidden } from "./shown-text.ts";

/** What the reader of the plan must know beside the plan itself. */
export interface PlanSurroundings {
  /** Folder in which commands start. */
  readonly folder: string;
  /** The machine: `this machine` or the remote's name. */
  readonly machine: string;
  /** The document has changes that were not saved; the run uses them. */
  readonly unsaved: boolean;
}

/**
 * Everything that a run would do, as Markdown to be read before anything happens: each command exactly as it will run,
 * hidden characters made visible, and what was written where that differs.
 */
export function describePlan(plan: Plan, steps: readonly PlanStep[], surroundings: PlanSurroundings): string {
  const parts = [
    `# ${l10n.t("Plan: {0}", escapeMarkdown(plan.title))}`,
    l10n.t("Nothing has run yet. *Start* {0}, on {1}, in:", countEffects(steps), surroundings.machine),
    fenced("text", surroundings.folder),
  ];
  if (surroundings.unsaved) {
    parts.push(`> ${l10n.t("The runbook has unsaved changes. What you read here is what runs.")}`);
  }
  parts.push(...describeInputs(plan.inputs));
  steps.forEach((step, index) => {
    parts.push(...describeStep(plan, step, index + 1));
  });
  return `${parts.join("\n\n")}\n`;
}

function describeInputs(inputs: readonly PlanInput[]): string[] {
  if (inputs.length === 0) return [];
  const rows = inputs.map((input) => {
    const about = [
      input.description ?? "",
      input.secret ? l10n.t("secret: never shown, never stored") : "",
      input.default === undefined || input.secret ? "" : l10n.t("default: {0}", input.default),
      input.options === undefined ? "" : l10n.t("one of: {0}", input.options.join(", ")),
    ].filter((part) => part !== "");
    const label = input.label === input.name ? "" : `, \`${oneLine(input.label).replaceAll("`", "'")}\``;
    return `- \`${input.name}\`${label}${about.length === 0 ? "" : `: ${escapeMarkdown(about.join("; "))}`}`;
  });
  return [`## ${l10n.t("Inputs")}`, rows.join("\n")];
}

function describeStep(plan: Plan, step: PlanStep, number: number): string[] {
  const facts = [
    step.commands.length > 0 ? effectName(step.effect) : step.isGroup ? "" : l10n.t("by hand"),
    step.owner === undefined ? "" : l10n.t("by {0}", `@${step.owner}`),
    step.expectedMs === undefined ? "" : l10n.t("about {0}", formatDuration(step.expectedMs)),
  ].filter((fact) => fact !== "");
  const parts = [`## ${number}. ${escapeMarkdown(step.title)}${facts.length === 0 ? "" : ` (${facts.join(", ")})`}`];
  // In a fence: the text of a document can make no link here.
  if (step.commands.length === 0 && step.prose !== undefined) parts.push(fenced("markdown", step.prose));
  for (const problem of plan.problems.filter(({ stepId }) => stepId === step.id)) {
    parts.push(`> **${l10n.t("Can't run as written:")}** ${escapeMarkdown(problem.message)}`);
  }
  return parts.concat(step.commands.flatMap((command) => describeCommand(command)));
}

function describeCommand(command: PlanCommand): string[] {
  const facts = [
    command.verifies ? l10n.t("checks the step") : "",
    command.judgedEffect === undefined ? "" : l10n.t("reads, as its author says"),
    command.effect === "destroy" ? `**${l10n.t("destroys")}**` : "",
    command.danger === undefined ? "" : escapeMarkdown(command.danger),
    command.cwd === undefined ? "" : l10n.t("in {0}", `\`${command.cwd.replaceAll("`", "'")}\``),
    l10n.t("at most {0}", formatDuration(command.timeoutMs)),
  ].filter((fact) => fact !== "");
  const parts = [fenced(command.language, command.script), facts.join(", ")];
  if (command.source !== command.script) parts.push(l10n.t("As written:"), fenced(command.language, command.source));
  return parts;
}

/** A fence that its content can't close. */
function fenced(language: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${revealHidden(content)}\n${fence}`;
}

/** Text of a document as text: it can make no link. More would only make the plan hard to read. */
function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\[\]]/g, "\\$&");
}
