import type { Plan, PlanCommand, PlanInput, PlanStep } from "../core/checklist/plan.ts";
import type { Effect } from "../core/model/procedure.ts";
import type { RunEvent } from "./record/events.ts";

/** How a command ended. */
export interface CommandResult {
  /** Undefined when a signal ended it or it never started. */
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

/** A variable that a step's commands use. */
export interface UsedValue {
  readonly name: string;
  /** `***` for a secret; undefined while nothing has set it: it is asked for before the command runs. */
  readonly value: string | undefined;
}

/** The face of a run: a terminal, VS Code, or a test. Every question can be answered with `stop`. */
export interface RunFace {
  /** Shows all commands with effects, inputs and problems; asked when this version of the document was not agreed to yet. */
  consent(plan: Plan, steps: readonly PlanStep[]): Promise<boolean>;
  /** Instead of `consent`, when this version was agreed to before: shows the same list, and asks nothing. */
  remembered(plan: Plan, steps: readonly PlanStep[]): void;
  /** A value for an input; undefined stops the run. `problem` says why the last answer was refused. */
  input(input: PlanInput, problem: string | undefined): Promise<string | undefined>;
  /** Before a step that writes or destroys (and before every step in `step` mode); shows its commands and these values. */
  confirm(step: PlanStep, effect: Effect, values: readonly UsedValue[]): Promise<"run" | "skip" | "stop">;
  /** For a `destroy` step the face asks the person to type the step's id; anything else counts as no. Shows what `confirm` does. */
  confirmByTyping(step: PlanStep, values: readonly UsedValue[]): Promise<boolean>;
  /** A step that a person does. */
  manual(step: PlanStep): Promise<{ readonly outcome: "done" | "skipped" | "failed" | "stop"; readonly note: string }>;
  /** After a person said that a step by hand failed: `retry` asks for it anew. */
  manualFailed(step: PlanStep, note: string): Promise<"retry" | "skip" | "stop">;
  /** After a command failed. */
  failed(step: PlanStep, command: PlanCommand, result: CommandResult): Promise<"retry" | "skip" | "stop">;
  /** Output as it comes, secrets already masked; `stderr` apart. */
  output(step: PlanStep, stream: "stdout" | "stderr", text: string): void;
  /** Every event after it is safely in the record. */
  event(event: RunEvent): void;
}

/** Remembers which plans a person agreed to; kept outside the workspace, so that a repository can't agree for its reader. */
export interface ConsentStore {
  has(planHash: string): Promise<boolean>;
  add(planHash: string): Promise<void>;
}

/** How a run goes through its steps. */
export type RunMode = "step" | "auto";

/** What `startRun` is given. */
export interface RunRequest {
  readonly plan: Plan;
  /** The steps to run, in order; a choice of `plan.steps`. */
  readonly steps: readonly PlanStep[];
  /** Absolute path of the document; the run's working directory is its folder, the record lies in the project's `.runbook/runs`. */
  readonly file: string;
  readonly mode: RunMode;
  /** Values given beforehand, by input name or label. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Without a face nothing can be asked: effects accepted beforehand (`--yes write`). `destroy` can't be accepted so. */
  readonly accepted: readonly Effect[];
  /** Undefined: not interactive; a needed question is then an error (exit code 4). */
  readonly face: RunFace | undefined;
  readonly consents: ConsentStore;
  /** Ends the running step's whole process tree and the run. */
  readonly signal: AbortSignal;
  /** Listener for non-interactive runs too. */
  readonly onEvent?: (event: RunEvent) => void;
  readonly onOutput?: (step: PlanStep, stream: "stdout" | "stderr", text: string) => void;
}

/** Exit codes of a run, as the command line gives them. */
export type RunExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** How a run ended. */
export interface RunOutcome {
  readonly status:
    | "done"
    | "failed"
    | "verification-failed"
    | "needs-confirmation"
    | "stopped"
    | "context-mismatch"
    | "refused";
  readonly exitCode: RunExitCode;
  /** Absolute path of the record's folder; undefined when nothing was started. */
  readonly recordFolder: string | undefined;
  /** One sentence for the person. */
  readonly message: string;
}
