import { realpath } from "node:fs/promises";
import { dirname } from "node:path";
import type { Effect } from "../core/model/procedure.ts";
import { findProjectRoot } from "../workspace/project-root.ts";
import { type Agreement, agree } from "./agreement.ts";
import type { RunOutcome, RunRequest } from "./contract.ts";
import { type EngineDependencies, nodeDependencies } from "./dependencies.ts";
import { describeHolder } from "./describe-holder.ts";
import { effectsOf } from "./effects.ts";
import { collectInputs, type InputValue } from "./inputs.ts";
import { createMasker } from "./masking/masker.ts";
import { outcome } from "./outcome.ts";
import { preflight } from "./preflight.ts";
import { removeDeadFolders } from "./process/command-folder.ts";
import type { Interpreter } from "./process/interpreter.ts";
import { initialEnvironment } from "./process/shell-state.ts";
import { RecordError, recordError } from "./record/record-error.ts";
import { runsFolderOf } from "./record/record-reader.ts";
import { createRecord, prepareRunsFolder } from "./record/record-writer.ts";
import { findHolder, type RunLock, takeLock } from "./record/run-lock.ts";
import type { RunContext, Surroundings } from "./run-context.ts";
import { runStep, type StepOutcome } from "./run-step.ts";

/**
 * Runs the chosen steps of a plan: what can be refused is refused first, then inputs are asked for, then consent, then the
 * record begins, and only then a step runs. Never rejects for what a runbook, a person or a disk does: the outcome says it.
 * Rejects when the face itself throws.
 */
export async function startRun(asked: RunRequest, deps: EngineDependencies = nodeDependencies()): Promise<RunOutcome> {
  const checked = await preflight(asked, deps);
  if ("refusal" in checked) return checked.refusal;
  const request = { ...asked, file: await realFile(asked.file) };
  const runsFolder = runsFolderOf(await findProjectRoot(request.file));
  // Said before a person types values for nothing; the lock itself is taken when the record begins.
  const busy = await findHolder(runsFolder, request.file, deps);
  if (busy) return outcome("refused", describeHolder(busy));

  const env = initialEnvironment(deps.env);
  const collected = await collectInputs(request, env);
  if ("failure" in collected) {
    const status = { unasked: "needs-confirmation", invalid: "refused", stopped: "stopped" } as const;
    return outcome(status[collected.failure], collected.message);
  }
  const agreement = await agree(request);
  if (agreement === undefined)
    return outcome("stopped", "Nothing was run: there was no consent to this list of commands.");

  try {
    await prepareRunsFolder(runsFolder, deps);
    const run = deps.randomId();
    const taken = await takeLock(runsFolder, request.file, run, deps).catch((error: unknown) => {
      throw recordError("The lock of this run", runsFolder, error);
    });
    if ("holder" in taken) return outcome("refused", describeHolder(taken.holder));
    const { lock } = taken;
    try {
      await removeDeadFolders(deps);
      const inputs = collected.values;
      return await recorded(request, deps, { ...checked, runsFolder, run, lock, agreement, env, inputs });
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return outcome("refused", `${error.message} Nothing was run.`);
  }
}

interface Prepared {
  readonly interpreters: ReadonlyMap<string, Interpreter>;
  readonly runsFolder: string;
  readonly run: string;
  readonly lock: RunLock;
  readonly agreement: NonNullable<Agreement>;
  readonly env: Surroundings["env"];
  readonly inputs: readonly InputValue[];
}

async function recorded(request: RunRequest, deps: EngineDependencies, prepared: Prepared): Promise<RunOutcome> {
  const begun = deps.monotonic();
  const { inputs, run, lock, runsFolder, interpreters } = prepared;
  const masker = createMasker(inputs.filter(({ input }) => input.secret).map(({ value }) => value));
  const record = await createRecord({ runsFolder, file: request.file, run }, masker, deps);
  const emit: RunContext["emit"] = async (body) => {
    const event = await record.append(body);
    request.face?.event(event);
    request.onEvent?.(event);
    return event;
  };
  const noteGroup: RunContext["noteGroup"] = (group) =>
    lock.noteGroup(group).catch((error: unknown) => {
      throw recordError("The lock of this run", runsFolder, error);
    });
  const context: RunContext = { request, deps, record, masker, interpreters, noteGroup, emit };
  let ended: RunOutcome;
  let anythingRan = false;
  try {
    await recordBeginning(context, prepared);
    anythingRan = true;
    const values = Object.fromEntries(inputs.map(({ input, value }) => [input.name, value]));
    const {
      status,
      exitCode,
      message: unmasked,
    } = await runSteps(context, {
      cwd: dirname(request.file),
      env: { ...prepared.env, ...values },
    });
    const message = masker.mask(unmasked);
    ended = { status, exitCode, message, recordFolder: record.folder };
    if (isFinal(status)) {
      const durationMs = Math.round(deps.monotonic() - begun);
      await emit({ type: "run.end", status, exitCode, message, durationMs });
    }
    await record.close();
  } catch (error) {
    await record.close().catch(() => undefined);
    if (!(error instanceof RecordError)) throw error;
    if (!anythingRan) throw error;
    return outcome(
      "failed",
      `${error.message} The run was stopped, because nothing may run without a record.`,
      record.folder,
    );
  }
  return ended;
}

async function recordBeginning({ request, deps, emit }: RunContext, prepared: Prepared): Promise<void> {
  const { plan, steps, mode } = request;
  await emit({
    type: "run.start",
    version: 1,
    run: prepared.run,
    path: plan.path,
    title: plan.title,
    planHash: plan.hash,
    mode,
    interactive: request.face !== undefined,
    user: deps.user,
    host: deps.host,
    pid: deps.pid,
    steps: steps.map(({ id, title, role, effect, hash, commands, isGroup }) => ({
      id,
      title,
      role,
      effect,
      hash,
      manual: commands.length === 0 && !isGroup,
    })),
  });
  for (const { input, value, source } of prepared.inputs) {
    const shown = input.secret || source === "environment" ? {} : { value };
    await emit({ type: "input", name: input.name, source, secret: input.secret, ...shown });
  }
  const effects: Effect[] = prepared.agreement === "beforehand" ? [...request.accepted] : effectsOf(steps);
  await emit({ type: "consent", planHash: plan.hash, how: prepared.agreement, effects });
}

async function runSteps(context: RunContext, begin: Surroundings): Promise<RunOutcome> {
  const { request, record } = context;
  const total = request.steps.length;
  const outcomes: StepOutcome[] = [];
  let surroundings = begin;
  for (const [index, step] of request.steps.entries()) {
    if (request.signal.aborted) return outcome("stopped", `Stopped before "${step.title}".`, record.folder);
    const result = await runStep(context, step, { position: index + 1, total }, surroundings);
    outcomes.push(result);
    surroundings = result.after;
    if (!result.goesOn) break;
  }
  const count = (status: StepOutcome["status"]): number => outcomes.filter((result) => result.status === status).length;
  const failed = outcomes.filter(({ status }) => status === "failed" || status === "verification-failed");
  const stopped = outcomes.find(({ status }) => status === "stopped");
  const done = `${count("done")} of ${total} ${total === 1 ? "step" : "steps"} done`;
  if (stopped) return outcome("stopped", `Stopped ${stopped.detail}: ${done}.`, record.folder);
  const details = failed.map(({ detail }) => detail).join("; ");
  if (count("failed") > 0) return outcome("failed", `Failed at ${details}; ${done}.`, record.folder);
  if (failed.length > 0)
    return outcome("verification-failed", `Verification failed at ${details}; ${done}.`, record.folder);
  const skipped = count("skipped") > 0 ? `, ${count("skipped")} skipped` : "";
  return outcome("done", `Finished: ${done}${skipped}.`, record.folder);
}

function isFinal(status: RunOutcome["status"]): status is "done" | "failed" | "verification-failed" | "stopped" {
  return status === "done" || status === "failed" || status === "verification-failed" || status === "stopped";
}

/** The file itself, whatever link led to it: two names of one runbook must not run beside each other. */
async function realFile(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    // An unsaved document has no file yet: its name is all there is.
    return file;
  }
}
