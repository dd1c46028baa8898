import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Plan, PlanStep } from "../../server/src/core/checklist/plan.ts";
import type { RunFace, RunOutcome, RunRequest } from "../../server/src/engine/contract.ts";
import { type EngineDependencies, nodeDependencies } from "../../server/src/engine/dependencies.ts";
import type { RunEvent } from "../../server/src/engine/record/events.ts";
import { readRun } from "../../server/src/engine/record/record-reader.ts";
import { startRun } from "../../server/src/engine/run.ts";
import { plan } from "./plans.ts";

/** A project with one runbook in a folder that is gone when the test is over. */
export interface Project {
  readonly root: string;
  readonly file: string;
}

/** Makes a project of its own for this test. */
export async function project(): Promise<Project> {
  // The real path: a shell's `pwd` shows no symbolic links.
  const root = await realpath(await mkdtemp(join(tmpdir(), "runbook-test-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, ".git"));
  await mkdir(join(root, "runbooks"));
  const file = join(root, "runbooks", "api.md");
  await writeFile(file, "# API down\n");
  return { root, file };
}

/** What came of a run, and everything that could be seen of it. */
export interface Ran extends RunOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly RunEvent[];
}

/** What a test may change about a run. */
export interface RunChanges extends Partial<Omit<RunRequest, "plan">> {
  readonly plan?: Partial<Plan>;
  readonly deps?: Partial<EngineDependencies>;
}

/** Runs these steps non-interactively with `write` accepted, unless the changes say otherwise. */
export async function run(steps: readonly PlanStep[], changes: RunChanges = {}): Promise<Ran> {
  const { plan: planChanges, deps, ...request } = changes;
  const output = { stdout: "", stderr: "" };
  const take = (stream: "stdout" | "stderr", text: string): void => {
    output[stream] += text;
  };
  const events: RunEvent[] = [];
  const outcome = await startRun(
    {
      plan: plan(steps, planChanges),
      steps,
      file: request.file ?? (await project()).file,
      mode: "auto",
      inputs: {},
      accepted: ["write"],
      face: undefined,
      consents: rememberNothing,
      signal: new AbortController().signal,
      onOutput: (_, stream, text) => take(stream, text),
      ...request,
      onEvent(event) {
        events.push(event);
        request.onEvent?.(event);
      },
    },
    nodeDependencies({ graceMs: 300, drainMs: 200, hasTerminal: false, ...deps }),
  );
  return { ...outcome, ...output, events };
}

const rememberNothing = { has: async () => false, add: async () => undefined };

/** A face that says yes to everything, unless the changes say otherwise. */
export function face(changes: Partial<RunFace> = {}): RunFace {
  return {
    consent: async () => true,
    input: async (input) => input.default ?? "value",
    confirm: async () => "run",
    confirmByTyping: async () => true,
    remembered: () => undefined,
    manualFailed: async () => "stop",
    manual: async () => ({ outcome: "done", note: "" }),
    failed: async () => "stop",
    output: () => undefined,
    event: () => undefined,
    ...changes,
  };
}

/** All files below a folder with their content. */
export async function filesBelow(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)));
}

/** The record of a run that has one. */
export async function recordOf(ran: RunOutcome) {
  if (ran.recordFolder === undefined) throw new Error(`There is no record: ${ran.message}`);
  return readRun(ran.recordFolder);
}

/** The types of all events, in order. */
export function types(events: readonly RunEvent[]): string[] {
  return events.map((event) => ("status" in event ? `${event.type} ${event.status}` : event.type));
}
