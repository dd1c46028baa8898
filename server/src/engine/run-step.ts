import type { PlanStep } from "../core/checklist/plan.ts";
import type { CommandResult, RunFace } from "./contract.ts";
import { effectOf } from "./effects.ts";
import type { ProcessResult } from "./process/run-process.ts";
import { askUntilStopped } from "./questions.ts";
import { type CommandAttempt, runCommand } from "./run-command.ts";
import type { RunContext, Surroundings } from "./run-context.ts";
import { supplyVariables } from "./supply-variables.ts";
import { commandsInOrder, usedValues } from "./used-variables.ts";

/** How a step ended, and whether the run goes on behind it. */
export interface StepOutcome {
  readonly status: "done" | "failed" | "verification-failed" | "skipped" | "stopped";
  readonly goesOn: boolean;
  /** What went wrong, for the run's last sentence. */
  readonly detail: string;
  readonly after: Surroundings;
}

/** A step's place among the chosen ones, 1-based. */
export interface StepPosition {
  readonly position: number;
  readonly total: number;
}

/** Takes one step through its questions and commands, everything on record before the next thing happens. */
export async function runStep(
  context: RunContext,
  step: PlanStep,
  at: StepPosition,
  before: Surroundings,
): Promise<StepOutcome> {
  const { request, deps, emit } = context;
  if (step.isGroup) return passGroup(context, step, at, before);
  const byHand =
    step.commands.length === 0 || (step.commands.some((command) => command.interactive) && !deps.hasTerminal);
  const { answer, surroundings } =
    byHand || !request.face
      ? { answer: "run" as const, surroundings: before }
      : await confirm(context, request.face, step, before);
  if (answer !== "run") {
    const reason = answer === "skip" ? "The person skipped it." : "The person stopped the run before it.";
    await emit({ type: "skipped", step: step.id, reason });
    if (answer === "stop") return { status: "stopped", goesOn: false, detail: `before "${step.title}"`, after: before };
    await emit({ type: "step.end", step: step.id, status: "skipped", durationMs: 0 });
    return { status: "skipped", goesOn: true, detail: "", after: before };
  }

  const begun = deps.monotonic();
  const { id, title, hash, expectedMs } = step;
  const expected = expectedMs === undefined ? {} : { expectedMs };
  await emit({ type: "step.start", step: id, title, ...at, effect: effectOf(step), hash, ...expected });
  const outcome = await (byHand ? doByHand(context, step, before) : runCommands(context, step, surroundings));
  const durationMs = Math.round(deps.monotonic() - begun);
  await emit({ type: "step.end", step: id, status: outcome.status, durationMs });
  return outcome;
}

/** A step over sub-steps has nothing to do itself, and nothing to ask: its beginning is on record, for whoever follows. */
async function passGroup(
  { emit }: RunContext,
  { id, title, hash }: PlanStep,
  at: StepPosition,
  after: Surroundings,
): Promise<StepOutcome> {
  await emit({ type: "step.start", step: id, title, ...at, effect: "read", hash });
  await emit({ type: "step.end", step: id, status: "done", durationMs: 0 });
  return { status: "done", goesOn: true, detail: "", after };
}

interface Confirmed {
  readonly answer: "run" | "skip" | "stop";
  /** With the values that were asked for on the way. */
  readonly surroundings: Surroundings;
}

async function confirm(
  context: RunContext,
  face: RunFace,
  step: PlanStep,
  surroundings: Surroundings,
): Promise<Confirmed> {
  const { request, deps, masker } = context;
  const effect = effectOf(step);
  const values = (env: Surroundings["env"]) => usedValues(step, request.plan, env, masker, deps.platform);
  const asked = (): Promise<"run" | "skip" | "stop"> => face.confirm(step, effect, values(surroundings.env));
  const answer = request.mode === "step" ? await askUntilStopped(request.signal, asked()) : "run";
  if (answer !== "run" || effect !== "destroy") return { answer: answer ?? "stop", surroundings };
  // Whoever confirms what destroys must see the values that it destroys with.
  const commands = commandsInOrder(step).map(({ command }) => command);
  const supplied = await supplyVariables(context, step, commands, surroundings);
  if ("missing" in supplied) return { answer: "stop", surroundings };
  const typed = face.confirmByTyping(step, values(supplied.ready.env));
  // Who can't bring themselves to type it should look at the situation again, not go on without this step.
  const sure = (await askUntilStopped(request.signal, typed)) === true;
  return { answer: sure ? "run" : "stop", surroundings: supplied.ready };
}

async function doByHand(
  { request, deps, emit }: RunContext,
  step: PlanStep,
  before: Surroundings,
): Promise<StepOutcome> {
  const begun = deps.monotonic();
  if (step.commands.length > 0) {
    const text = "Its command needs a terminal of its own: run it in one, then say how it went.";
    await emit({ type: "note", step: step.id, text });
  }
  const stop = { outcome: "stop", note: "" } as const;
  for (;;) {
    const { outcome, note } =
      (request.face && (await askUntilStopped(request.signal, request.face.manual(step)))) ?? stop;
    const durationMs = Math.round(deps.monotonic() - begun);
    await emit({ type: "manual", step: step.id, outcome, note, user: deps.user, durationMs });
    if (outcome === "stop") return { status: "stopped", goesOn: false, detail: `at "${step.title}"`, after: before };
    if (outcome !== "failed") return { status: outcome, goesOn: true, detail: "", after: before };
    const answer =
      (request.face && (await askUntilStopped(request.signal, request.face.manualFailed(step, note)))) ?? "stop";
    await emit({ type: "note", step: step.id, text: `It failed by hand. The person chose: ${answer}.` });
    const detail = note === "" ? `"${step.title}" was done by hand and failed` : `"${step.title}": ${note}`;
    if (answer !== "retry") return { status: "failed", goesOn: answer === "skip", detail, after: before };
  }
}

async function runCommands(context: RunContext, step: PlanStep, before: Surroundings): Promise<StepOutcome> {
  const { request, emit } = context;
  let surroundings = before;
  for (const { command, number } of commandsInOrder(step)) {
    const supplied = await supplyVariables(context, step, [command], surroundings);
    if ("missing" in supplied) {
      const detail = supplied.asked ? `at "${step.title}"` : `"${step.title}": ${supplied.missing}`;
      return { status: supplied.asked ? "stopped" : "failed", goesOn: false, detail, after: surroundings };
    }
    // Each try begins where the first did: `cd build` twice would not find its folder.
    const start = supplied.ready;
    let retriesLeft = command.retries ?? 0;
    for (let attempt = 1; ; attempt++) {
      const ended = await runCommand(context, { step, number, attempt }, command, start);
      const after = ended.after;
      surroundings = after;
      if (ended.ok) break;
      const stopped = { status: "stopped", goesOn: false, detail: `during "${step.title}"`, after } as const;
      if (ended.result.aborted || request.signal.aborted) return stopped;
      if (retriesLeft-- > 0) {
        if (await pause(context, command.everyMs ?? 0)) continue;
        return stopped;
      }
      const status = command.verifies ? "verification-failed" : "failed";
      const problem = describe(ended, command.verifies);
      const detail = `"${step.title}": ${problem}`;
      if (!request.face) return { status, goesOn: false, detail, after };
      const asked = request.face.failed(step, command, commandResult(ended.result));
      const answer = (await askUntilStopped(request.signal, asked)) ?? "stop";
      await emit({ type: "note", step: step.id, text: `${problem}. The person chose: ${answer}.` });
      if (answer !== "retry") return { status, goesOn: answer === "skip", detail, after };
    }
  }
  return { status: "done", goesOn: true, detail: "", after: surroundings };
}

/** Waits between two tries; false when the run was stopped meanwhile. */
async function pause({ request, deps }: RunContext, milliseconds: number): Promise<boolean> {
  let cancel = (): void => undefined;
  const over = new Promise<true>((resolve) => {
    cancel = deps.timer(milliseconds, () => resolve(true));
  });
  const waited = await askUntilStopped(request.signal, over);
  cancel();
  return waited === true;
}

function commandResult({ exitCode, signal, timedOut, durationMs }: ProcessResult): CommandResult {
  return { exitCode, signal, timedOut, durationMs };
}

function describe({ result, mismatch }: CommandAttempt, verifies: boolean): string {
  const what = verifies ? "its check" : "its command";
  if (result.error !== undefined) return `${what} could not be started: ${result.error}`;
  if (mismatch !== undefined) return verifies ? `its check failed: ${mismatch}` : mismatch;
  if (result.timedOut) return `${what} timed out and was ended`;
  if (result.exitCode !== undefined) return `${what} ended with exit ${result.exitCode}`;
  return `${what} was ended by ${result.signal ?? "something unknown"}`;
}
