import type { Disposable, TextDocument } from "vscode";
import type { Plan, PlanStep } from "../../../server/src/core/checklist/plan.ts";
import type { RunView } from "./progress.ts";
import { createRunStatus } from "./run-status.ts";
import { createRunTerminal, type RunTerminal } from "./run-terminal.ts";
import type { StepResults } from "./step-results.ts";

/** Everything that shows one run. It opens with the first step: before that there is nothing to show. */
export interface WholeRunView extends RunView, Disposable {
  /** Shows the terminal, when it is open. */
  show(): void;
  /** Ends the status bar item and writes the last line; terminal and results stay for reading. */
  finished(text: string, good: boolean): void;
  /** How many steps ended so far, by how. */
  count(state: "done" | "failed" | "skipped" | "unsure"): number;
  /** Title and detail of the last step that failed. */
  lastFailure(): { readonly title: string; readonly detail: string } | undefined;
}

/** Makes the view of a run: terminal, status bar and results behind the titles. */
export function createRunView(parts: {
  readonly document: TextDocument;
  readonly plan: Plan;
  readonly steps: readonly PlanStep[];
  readonly results: StepResults;
  readonly stop: () => void;
}): WholeRunView {
  const { document, plan, steps, results, stop } = parts;
  let terminal: RunTerminal | undefined;
  let views: readonly (RunView & Partial<Disposable>)[] | undefined;
  const ends = new Map<string, string>();
  let failure: { title: string; detail: string } | undefined;

  const open = (): readonly RunView[] => {
    if (views !== undefined) return views;
    terminal = createRunTerminal(plan.title, steps, stop);
    views = [terminal, createRunStatus(plan.title, steps, document.uri.toString()), results.viewOf(document)];
    return views;
  };

  return {
    started(step, state) {
      for (const view of open()) view.started(step, state);
    },
    output(step, stream, text) {
      for (const view of open()) view.output(step, stream, text);
    },
    note(text) {
      for (const view of open()) view.note(text);
    },
    ended(step, state) {
      ends.set(step.id, state.state);
      if (state.state === "failed") failure = { title: step.title, detail: state.detail };
      for (const view of open()) view.ended(step, state);
    },
    show: () => terminal?.show(),
    finished(text, good) {
      terminal?.finished(text, good);
      for (const view of views ?? []) if (view !== terminal) view.dispose?.();
    },
    count: (state) => [...ends.values()].filter((end) => end === state).length,
    lastFailure: () => failure,
    dispose: () => terminal?.dispose(),
  };
}
