import { basename, join } from "node:path";
import type { Command } from "commander";
import picocolors from "picocolors";
import { nodeDependencies } from "../engine/dependencies.ts";
import { formatDuration } from "../engine/duration.ts";
import { findRun, listRuns, type RunRecord, runsFolderOf } from "../engine/record/record-reader.ts";
import { runningGroup } from "../engine/record/run-lock.ts";
import { findProjectRoot } from "../workspace/project-root.ts";
import { visibleText } from "./formats/visible-text.ts";
import type { CliIo } from "./io.ts";
import { describeRun } from "./run/describe-run.ts";
import { UsageError } from "./usage-error.ts";
import { useColor } from "./use-color.ts";

/** What commander makes of the command line. */
interface Flags {
  readonly json?: boolean;
}

/** Adds `runs`: the records of this project's runs. */
export function runsCommand(program: Command, io: CliIo): void {
  const runs = program.command("runs").description("Show the records of this project's runs");
  runs
    .command("list", { isDefault: true })
    .description("List the runs, newest first")
    .option("--json", "for programs")
    .action((flags: Flags) => list(flags, io));
  runs
    .command("show")
    .description("Show what happened in a run")
    .argument("[run]", "its six characters, its folder's name, or latest", "latest")
    .option("--json", "all its events, for programs")
    .action((name: string, flags: Flags) => show(name, flags, io));
  runs
    .command("verify")
    .description("Check that records are as they were written; exit code 1 when one is not")
    .argument("[run]", "only this one: its six characters, its folder's name, or latest")
    .action((name: string | undefined) => verify(name, io));
}

async function list(flags: Flags, io: CliIo): Promise<void> {
  const records = await listRuns(await projectRoot(io));
  io.setExitCode(0);
  if (flags.json) {
    io.stdout(`${JSON.stringify({ version: 1, runs: records.map(toJson) }, undefined, 2)}\n`);
    return;
  }
  if (records.length === 0)
    io.stderr("runbook: nothing was run in this project yet. Run a runbook with `runbook run FILE`.\n");
  const rows = records.map((record) => [
    runId(record),
    startOf(record),
    statusOf(record),
    visibleText(record.summary?.start.path ?? ""),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    io.stdout(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
}

async function show(name: string, flags: Flags, io: CliIo): Promise<void> {
  const record = await requireRun(name, io);
  io.setExitCode(0);
  if (flags.json) {
    const { events, torn, problems } = record;
    io.stdout(`${JSON.stringify({ version: 1, ...toJson(record), torn, problems, events }, undefined, 2)}\n`);
    return;
  }
  const colors = picocolors.createColors(useColor(undefined, io.env, io.isTTY));
  const { summary } = record;
  const unfinished = summary !== undefined && summary.end === undefined;
  const left = unfinished
    ? await runningGroup(runsFolderOf(await projectRoot(io)), summary.start.run, nodeDependencies())
    : undefined;
  io.stdout(describeRun(record, io.cwd, colors, left));
}

async function verify(name: string | undefined, io: CliIo): Promise<void> {
  const records = name === undefined ? await listRuns(await projectRoot(io)) : [await requireRun(name, io)];
  for (const record of records) {
    const torn = record.torn ? " The last line was cut off while it was written." : "";
    const unfinished = record.summary?.end ? "" : " It has no end.";
    if (isEmpty(record)) io.stdout(`${runId(record)}  The record is empty: not even the run's beginning is there.\n`);
    else if (record.problems.length === 0)
      io.stdout(`${runId(record)}  intact, ${record.events.length} events.${torn}${unfinished}\n`);
    for (const { message } of record.problems) io.stdout(`${runId(record)}  ${visibleText(message)}\n`);
  }
  if (records.length === 0) io.stderr("runbook: nothing was run in this project yet.\n");
  io.setExitCode(records.some((record) => record.problems.length > 0 || isEmpty(record)) ? 1 : 0);
}

/** Nothing there, and nothing that explains it. */
function isEmpty({ events, torn, problems }: RunRecord): boolean {
  return events.length === 0 && problems.length === 0 && !torn;
}

async function requireRun(name: string, io: CliIo): Promise<RunRecord> {
  const record = await findRun(await projectRoot(io), name);
  if (record) return record;
  throw new UsageError(
    name === "latest"
      ? "nothing was run in this project yet. Run a runbook with `runbook run FILE`."
      : `there is no run "${visibleText(name)}" in this project. \`runbook runs list\` shows them.`,
  );
}

function projectRoot(io: CliIo): Promise<string> {
  // The root of a file in the working directory; it need not exist.
  return findProjectRoot(join(io.cwd, "any.md"));
}

function toJson(record: RunRecord) {
  const { folder, summary } = record;
  return {
    run: runId(record),
    folder,
    path: summary?.start.path,
    title: summary?.start.title,
    started: summary?.start.time,
    user: summary?.start.user,
    host: summary?.start.host,
    status: summary?.end?.status ?? "unknown",
    durationMs: summary?.end?.durationMs,
  };
}

function runId(record: RunRecord): string {
  return record.summary?.start.run ?? visibleText(basename(record.folder));
}

function startOf(record: RunRecord): string {
  return record.summary?.start.time.replace(/\.\d+Z$/, "Z") ?? "";
}

function statusOf({ summary }: RunRecord): string {
  if (!summary) return "unreadable";
  return summary.end ? `${summary.end.status} in ${formatDuration(summary.end.durationMs)}` : "unknown (no end)";
}
