import { formatDuration } from "../duration.ts";
import type { RunEventOf } from "./events.ts";
import { outputName } from "./output-name.ts";
import {
  type CommandSummary,
  commandResult,
  type RunSummary,
  type StepState,
  type StepSummary,
} from "./run-summary.ts";

const STATE: Readonly<Record<StepState, string>> = {
  done: "done",
  failed: "**failed**",
  "verification-failed": "**verification failed**",
  skipped: "skipped",
  stopped: "**stopped**",
  unknown: "**unknown: it began and no end is on record, so it may have run**",
  open: "not run",
};

/** Renders a run as the Markdown page that people read, attach and commit: boxes ticked, times, results, commands. */
export function renderRunMarkdown(summary: RunSummary): string {
  const { start, end } = summary;
  const facts = [
    `Runbook: ${code(start.path)}`,
    `Run: ${code(start.run)}, started ${start.time} by ${code(start.user)} on ${code(start.host)}`,
    end
      ? `Result: **${end.status}** after ${formatDuration(end.durationMs)}. ${text(end.message)}`
      : "Result: **unknown**, the record has no end: the run was cut off or is still going",
  ];
  const blocks = [
    "<!-- A copy made from events.jsonl. The runbook itself was not changed. -->",
    `# Run of ${text(start.title)}`,
    facts.map((fact) => `- ${fact}`).join("\n"),
    ...(summary.inputs.length > 0 ? ["## Inputs", summary.inputs.map(renderInput).join("\n")] : []),
    "## Steps",
    summary.steps.map(renderStep).join("\n"),
    ...(summary.notes.length > 0 ? ["## Notes", summary.notes.map((note) => `- ${text(note)}`).join("\n")] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function renderInput(input: RunEventOf<"input">): string {
  if (input.secret) return `- ${code(input.name)}: secret, not stored`;
  if (input.value === undefined) return `- ${code(input.name)}: from the ${input.source}`;
  return `- ${code(input.name)}: ${code(input.value)}${input.source === "default" ? " (default)" : ""}`;
}

function renderStep(step: StepSummary): string {
  const box = step.state === "done" ? "x" : " ";
  const took = step.durationMs === undefined ? "" : ` in ${formatDuration(step.durationMs)}`;
  const at = step.startedAt === undefined ? "" : `, began ${step.startedAt}`;
  const lines = [`- [${box}] ${text(step.title)} (${code(step.id)}): ${STATE[step.state]}${took}${at}`];
  for (const note of step.notes) lines.push(`  - Note: ${text(note)}`);
  for (const command of step.commands) lines.push(...renderCommand(step, command));
  return lines.join("\n");
}

function renderCommand(step: StepSummary, { start, end }: CommandSummary): string[] {
  const attempt = start.attempt > 1 ? `, attempt ${start.attempt}` : "";
  const kind = start.verifies ? "Check" : "Command";
  const result = end ? `${commandResult(end)} after ${formatDuration(end.durationMs)}` : "no end on record";
  const lines = [`  - ${kind} ${start.command}${attempt}: ${text(result)}`, "", ...fence(start.language, start.script)];
  if (!start.captured) lines.push("    It had the terminal: what it printed was not captured.", "");
  if (!end) return lines;
  if (end.survivors !== undefined) lines.push(`    ${text(end.survivors)}`, "");
  for (const stream of ["stdout", "stderr"] as const) {
    const size = end[stream].to - end[stream].from;
    const name = `out/${outputName(step.id, stream)}`;
    if (size > 0) lines.push(`    ${stream}: [${name}](${name}), ${size} bytes from byte ${end[stream].from}`, "");
  }
  return lines;
}

/** A fence longer than any run of backticks inside, so that a script can't end it. */
function fence(language: string, script: string): string[] {
  const longest = Math.max(2, ...[...script.matchAll(/`+/g)].map((run) => run[0].length));
  const mark = "`".repeat(longest + 1);
  return [`${mark}${language}`, ...script.split("\n"), mark].map((line) => `    ${line}`.trimEnd()).concat("");
}

function code(value: string): string {
  const flat = value.replace(/\s+/g, " ");
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((run) => run[0].length));
  const mark = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(flat) || flat === "" ? " " : "";
  return `${mark}${pad}${flat}${pad}${mark}`;
}

/** Free text on one line, with what Markdown would take for markup escaped. */
function text(value: string): string {
  return value
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
