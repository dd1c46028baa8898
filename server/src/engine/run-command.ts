import { open, readFile, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { PlanCommand, PlanStep } from "../core/checklist/plan.ts";
import { expectationProblem, LONGEST_COMPARED } from "./expectation.ts";
import { createControlStripper } from "./masking/strip-controls.ts";
import { makeCommandFolder } from "./process/command-folder.ts";
import type { Interpreter, ScriptPaths } from "./process/interpreter.ts";
import { type OutputVariables, parseOutputVariables } from "./process/output-variables.ts";
import { type ProcessResult, runProcess } from "./process/run-process.ts";
import { parseShellState, type ShellState } from "./process/shell-state.ts";
import type { OutputStream } from "./record/record-writer.ts";
import type { RunContext, Surroundings } from "./run-context.ts";
import { hiddenVariables } from "./used-variables.ts";

/** Which attempt at which command of a step. Both numbers are 1-based. */
export interface CommandPlace {
  readonly step: PlanStep;
  readonly number: number;
  readonly attempt: number;
}

/** How an attempt ended. */
export interface CommandAttempt {
  readonly result: ProcessResult;
  readonly ok: boolean;
  /** In what way its output is not as expected, when everything else was right. */
  readonly mismatch: string | undefined;
  /** What the next command inherits. A command that failed hands on only what its shell still wrote. */
  readonly after: Surroundings;
}

interface Left {
  readonly result: ProcessResult;
  /** Its standard output without control characters, secrets in the open: for comparing only, never to be kept or shown. */
  readonly stdout: string;
  readonly state: ShellState | undefined;
  readonly outputs: OutputVariables;
}

const NO_OUTPUTS: OutputVariables = { values: {}, problems: [] };

/**
 * Runs one command of a step with its start and end on record. Rejects only when the record can't be written; the command
 * has then been ended.
 */
export async function runCommand(
  context: RunContext,
  { step, number, attempt }: CommandPlace,
  command: PlanCommand,
  before: Surroundings,
): Promise<CommandAttempt> {
  const { record, emit, request } = context;
  const cwd = command.cwd === undefined ? before.cwd : resolve(request.file, "..", command.cwd);
  const { language, script, effect, verifies, interactive } = command;
  const place = { step: step.id, command: number, attempt };
  await emit({ type: "command.start", ...place, language, script, effect, verifies, cwd, captured: !interactive });
  const from = { stdout: record.outputSize(step.id, "stdout"), stderr: record.outputSize(step.id, "stderr") };

  const { result, stdout, state, outputs } = await execute(context, step, command, { cwd, env: before.env });
  if (result.outputError !== undefined) throw result.outputError;

  const accepted = command.acceptedExitCodes.length > 0 ? command.acceptedExitCodes : [0];
  const ended = result.error === undefined && !result.timedOut && !result.aborted;
  const exited = ended && result.exitCode !== undefined && accepted.includes(result.exitCode);
  const mismatch = exited && command.expectation ? expectationProblem(command.expectation, stdout) : undefined;
  const ok = exited && mismatch === undefined;
  await emit({
    type: "command.end",
    ...place,
    ok,
    ...defined({
      exitCode: result.exitCode,
      signal: result.signal,
      error: result.error,
      survivors: result.survivors,
      mismatch,
    }),
    timedOut: result.timedOut,
    durationMs: Math.round(result.durationMs),
    stdout: { from: from.stdout, to: record.outputSize(step.id, "stdout") },
    stderr: { from: from.stderr, to: record.outputSize(step.id, "stderr") },
    ...(ok && Object.keys(outputs.values).length > 0 ? { outputs: outputs.values } : {}),
  });
  if (!ok) return { result, ok, mismatch, after: afterFailure(before, state, command) };
  for (const problem of outputs.problems) await emit({ type: "note", step: step.id, text: problem });
  return {
    result,
    ok,
    mismatch,
    after: {
      // A folder of its own is the command's business; only a walk through folders goes on.
      cwd: command.cwd === undefined ? (state?.cwd ?? before.cwd) : before.cwd,
      env: { ...(state?.env ?? before.env), ...outputs.values },
    },
  };
}

/**
 * What a failed command leaves, as in a terminal. A variable that it made and left empty (`DIR=$(broken)`) counts as not
 * set: the next step must ask for it, not find it empty.
 */
function afterFailure(before: Surroundings, state: ShellState | undefined, command: PlanCommand): Surroundings {
  if (!state) return before;
  const env = Object.fromEntries(
    Object.entries(state.env).filter(([name, value]) => value !== "" || before.env[name] !== undefined),
  );
  return { cwd: command.cwd === undefined ? state.cwd : before.cwd, env };
}

async function execute(context: RunContext, step: PlanStep, command: PlanCommand, at: Surroundings): Promise<Left> {
  const { deps, interpreters } = context;
  const interpreter = interpreters.get(command.language);
  if (!interpreter) return failed(`there is no interpreter for ${command.language}`);
  if (!(await isFolder(at.cwd))) return failed(`its folder ${at.cwd} does not exist`);
  let folder: string;
  try {
    folder = await makeCommandFolder(deps);
  } catch (error) {
    return failed(`no temporary folder can be made in ${deps.temporaryFolder}: ${reasonOf(error)}`);
  }
  try {
    return await executeIn(folder, context, step, command, at, interpreter);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function executeIn(
  folder: string,
  context: RunContext,
  step: PlanStep,
  command: PlanCommand,
  at: Surroundings,
  interpreter: Interpreter,
): Promise<Left> {
  const { deps, record, request } = context;
  const outputPath = join(folder, "output");
  const scriptFile = interpreter.scriptFile?.(command.script);
  const hidden = hiddenVariables(request.plan, command, at.env);
  const script = join(folder, scriptFile?.name ?? "script");
  const paths: ScriptPaths = { state: join(folder, "state"), script, hidden: Object.keys(hidden) };
  try {
    await writePrivate(outputPath, "");
    await writePrivate(paths.state, "");
    if (scriptFile) await writePrivate(paths.script, scriptFile.content);
  } catch (error) {
    return failed(`its files can't be written to ${folder}: ${reasonOf(error)}`);
  }
  const sinks = createSinks(context, step);
  const result = await runProcess(
    {
      file: interpreter.file,
      args: interpreter.args(command.script, paths),
      cwd: at.cwd,
      env: {
        ...at.env,
        ...interpreter.env,
        RUNBOOK_OUTPUT: outputPath,
        RUNBOOK_STEP: step.id,
        RUNBOOK_RECORD: record.folder,
      },
      interactive: command.interactive,
      verbatim: interpreter.verbatim,
      timeoutMs: command.timeoutMs,
      signal: request.signal,
      onGroup: context.noteGroup,
      onOutput: (stream, text) => sinks[stream].push(text),
    },
    deps,
  );
  if (!command.interactive) await context.noteGroup(undefined);
  if (result.outputError !== undefined) return { result, stdout: "", state: undefined, outputs: NO_OUTPUTS };
  await sinks.stdout.end();
  await sinks.stderr.end();
  const written = interpreter.capturesState ? parseShellState(await readPrivate(paths.state)) : undefined;
  const state = written && { cwd: written.cwd, env: { ...hidden, ...written.env } };
  return { result, stdout: sinks.stdout.seen(), state, outputs: parseOutputVariables(await readPrivate(outputPath)) };
}

interface Sink {
  push(text: string): Promise<void>;
  /** What came so far, unmasked, up to `LONGEST_COMPARED`. */
  seen(): string;
  end(): Promise<void>;
}

/** Output on its way: control sequences out first (a colour in the middle must not hide a secret), then secrets masked. */
function createSinks({ record, masker, request }: RunContext, step: PlanStep): Readonly<Record<OutputStream, Sink>> {
  const make = (stream: OutputStream): Sink => {
    const strip = createControlStripper();
    const mask = masker.stream();
    const deliver = async (text: string): Promise<void> => {
      if (text === "") return;
      await record.output(step.id, stream, text);
      request.face?.output(step, stream, text);
      request.onOutput?.(step, stream, text);
    };
    let seen = "";
    return {
      push(text) {
        const plain = strip(text);
        if (seen.length < LONGEST_COMPARED) seen += plain;
        return deliver(mask.push(plain));
      },
      seen: () => seen,
      end: () => deliver(mask.end()),
    };
  };
  return { stdout: make("stdout"), stderr: make("stderr") };
}

function failed(error: string): Left {
  const nothing = { exitCode: undefined, signal: undefined, timedOut: false, aborted: false, survivors: undefined };
  return {
    result: { ...nothing, error, durationMs: 0, outputError: undefined },
    stdout: "",
    state: undefined,
    outputs: NO_OUTPUTS,
  };
}

function defined<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> };
function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

async function writePrivate(path: string, content: string): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

async function readPrivate(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    // The command removed it: it has nothing to hand on.
    return "";
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Not there, or not for us to enter: the command could not start in it.
    return false;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
