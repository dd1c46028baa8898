import { planCommand } from "../../core/checklist/plan-command.ts";
import type { IncidentDocument } from "../../core/model/document.ts";
import type { Step } from "../../core/model/procedure.ts";
import { touches } from "../../core/syntax/range.ts";
import { allSteps } from "../all-steps.ts";
import type { HoverText } from "./sections.ts";

/** On a step's title: what a run would do, in short. Nothing is run, and nothing outside the document is looked at. */
export function stepHover(document: IncidentDocument, offset: number): HoverText | undefined {
  if (document.kind !== "runbook") return undefined;
  const steps = document.procedures.flatMap(({ steps }) => allSteps(steps));
  const step = steps.find(({ titleRange }) => touches(titleRange, offset));
  return step && { range: step.titleRange, markdown: describe(step) };
}

function describe(step: Step): string {
  const owner = step.owner === undefined ? [] : [`@${step.owner}`];
  const expected = step.expectedMs === undefined ? [] : [`expected to take ${duration(step.expectedMs)}`];
  const facts = [`Step \`${step.id}\``, step.commands.length === 0 ? "manual" : "", ...owner, ...expected];
  const lines = [facts.filter((fact) => fact !== "").join(" · ")];
  if (step.commands.length === 0) lines.push("A person does it and says so: done, skipped with a reason, or failed.");
  for (const { command, problems } of step.commands.map((one) => planCommand(one, step.id))) {
    const effect = command.danger === undefined ? command.effect : `${command.effect}: ${command.danger}`;
    const limit = `stopped after ${duration(command.timeoutMs)}`;
    lines.push(`${command.verifies ? "Checked by" : "Runs"} ${command.language} · ${effect} · ${limit}`);
    lines.push(fenced(command.script, command.language));
    for (const { message } of problems) lines.push(`⚠ ${message}`);
  }
  return lines.join("\n\n");
}

const LONGEST_SCRIPT = 12;

function fenced(script: string, language: string): string {
  const lines = script.split("\n");
  const rest = lines.length - LONGEST_SCRIPT;
  const shown = rest > 1 ? [...lines.slice(0, LONGEST_SCRIPT), `… ${rest} more lines`] : lines;
  const fence = "`".repeat(Math.max(3, ...Array.from(script.matchAll(/`{3,}/g), ([ticks]) => ticks.length + 1)));
  return `${fence}${language}\n${shown.join("\n")}\n${fence}`;
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
