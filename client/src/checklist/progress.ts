import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";

/** How a step of a run ended. `unsure` are those that were stopped: what they did is not known. */
export type StepEnd = "done" | "failed" | "skipped" | "unsure";

/** The state of one step, for everything that shows it. */
export interface StepState {
  readonly state: "running" | StepEnd;
  /** Milliseconds since 1970, of the start while running and of the end afterwards. */
  readonly at: number;
  readonly durationMs: number | undefined;
  /** In a few words and in the person's language: `exit 1`, the reason for skipping; empty when there is nothing to say. */
  readonly detail: string;
}

/** Whatever shows a run while it goes on. */
export interface RunView {
  started(step: PlanStep, state: StepState): void;
  output(step: PlanStep, stream: "stdout" | "stderr", text: string): void;
  ended(step: PlanStep, state: StepState): void;
  /** A remark about the run, such as a process that may have survived. */
  note(text: string): void;
}
