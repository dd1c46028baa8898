import type { Colors } from "picocolors/types";
import { formatDuration } from "../../engine/duration.ts";
import type { RunEventOf } from "../../engine/record/events.ts";
import { outputName } from "../../engine/record/output-name.ts";
import type { RunRecord } from "../../engine/record/record-reader.ts";
import { commandResult, type StepState, type StepSummary } from "../../engine/record/run-summary.ts";
import { displayPath } from "../display-path.ts";
import { visibleText } from "../formats/visible-text.ts";

const STATE: Readonly<Record<StepState, string>> = {
  done: "✓ done",
  failed: "✗ failed",
  "verification-failed": "✗ verification failed",
  skipped: "- skipped",
  stopped: "■ stopped",
  unknown: "? unknown: it began and no end is on record, so it may have run",
  open: "· not run",
};

/**
 * A run for the terminal: how it went as a whole, each step, what is wrong with the record, and where it lies.
 * `leftGroup`: the process group of its command that still runs on this machine.
 */
export function describeRun(record: RunRecord, cwd: string, colors: Colors, leftGroup?: number): string {
  const { summary } = record;
  const where = visibleText(displayPath(record.folder, cwd));
  const wrong = [
    ...(record.torn ? ["The last line of the record was cut off while it was written: it was dropped."] : []),
    ...record.problems.map(({ line, message }) =>
      line === 0 ? visibleText(message) : `The record was tampered with or damaged: ${visibleText(message)}`,
    ),
  ].map((line) => `${colors.yellow("!")} ${line}`);
  if (!summary) return [...wrong, `Nothing of this run can be read: ${where}`, ""].join("\n");

  const { start, end } = summary;
  const lines = [
    `${colors.bold(visibleText(start.title))}  run ${start.run}`,
    `${visibleText(start.path)} · ${start.time} · ${visibleText(start.user)} on ${visibleText(start.host)}`,
    end
      ? `${visibleText(end.message)} It took ${formatDuration(end.durationMs)}.`
      : colors.yellow("The record has no end: the run was cut off, or is still going."),
    ...(leftGroup === undefined
      ? []
      : [colors.yellow(`Still running: process group ${leftGroup} (end it with "kill -- -${leftGroup}").`)]),
    "",
    ...summary.inputs.map(describeInput),
    ...(summary.inputs.length > 0 ? [""] : []),
    ...summary.steps.flatMap((step) => describeStep(step, colors)),
    "",
    ...summary.notes.map((note) => `! ${visibleText(note)}`),
    ...wrong,
    `Record: ${where}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function describeInput(input: RunEventOf<"input">): string {
  const value = input.secret ? "(secret, not stored)" : (input.value ?? `(from the ${input.source})`);
  return `  ${visibleText(input.name)} = ${visibleText(value)}`;
}

function describeStep(step: StepSummary, colors: Colors): string[] {
  const took =
    step.durationMs === undefined || step.state === "skipped" ? "" : ` in ${formatDuration(step.durationMs)}`;
  const state = `${STATE[step.state]}${took}`;
  const color = step.state === "done" ? colors.green : step.state === "open" ? colors.dim : colors.yellow;
  const lines = [`  ${visibleText(step.title)}`, `    ${color(state)}`];
  for (const { start, end } of step.commands) {
    if (!end || end.ok) continue;
    lines.push(`    command ${start.command}, try ${start.attempt}: ${visibleText(commandResult(end))}`);
  }
  for (const { end } of step.commands)
    if (end?.survivors !== undefined) lines.push(`    ! ${visibleText(end.survivors)}`);
  for (const note of step.notes) lines.push(`    ${visibleText(note)}`);
  for (const stream of ["stdout", "stderr"] as const) {
    const bytes = Math.max(0, ...step.commands.map(({ end }) => end?.[stream].to ?? 0));
    if (bytes > 0) lines.push(colors.dim(`    out/${outputName(step.id, stream)} (${bytes} bytes)`));
  }
  return lines;
}
