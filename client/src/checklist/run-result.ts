import { l10n, type Uri, window } from "vscode";
import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";
import type { RunOutcome } from "../../../server/src/engine/contract.ts";
import { formatDuration } from "./durations.ts";
import { openRecord } from "./run-record.ts";
import type { WholeRunView } from "./run-view.ts";
import { inMessage } from "./shown-text.ts";

/** One sentence on how a run ended; `good` when everything that was asked for is done. */
export function describeOutcome(
  outcome: RunOutcome,
  view: WholeRunView,
  steps: readonly PlanStep[],
  durationMs: number,
): { readonly text: string; readonly good: boolean } {
  const { status } = outcome;
  if (status === "done") return { text: describeDone(view, steps, formatDuration(durationMs)), good: true };
  const failure = status === "failed" || status === "verification-failed" ? view.lastFailure() : undefined;
  if (failure !== undefined) return { text: describeFailure(failure, view, steps), good: false };
  if (status === "stopped") return { text: describeStop(view, steps), good: false };
  return { text: inMessage(outcome.message), good: false };
}

function describeDone(view: WholeRunView, steps: readonly PlanStep[], time: string): string {
  const [only] = steps;
  if (steps.length === 1 && only !== undefined && view.count("done") === 1) {
    return l10n.t('Run done: "{0}" in {1}', inMessage(only.title), time);
  }
  return l10n.t("Checklist done: {0} of {1} steps in {2}", view.count("done"), steps.length, time);
}

function describeFailure(
  { title, detail }: { readonly title: string; readonly detail: string },
  view: WholeRunView,
  steps: readonly PlanStep[],
): string {
  const why = detail === "" ? "" : ` (${inMessage(detail)})`;
  if (steps.length === 1) return l10n.t('Run failed at "{0}"{1}.', inMessage(title), why);
  const done = view.count("done");
  return l10n.t('Checklist failed at "{0}"{1}: {2} of {3} steps done.', inMessage(title), why, done, steps.length);
}

function describeStop(view: WholeRunView, steps: readonly PlanStep[]): string {
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) return l10n.t('Run stopped at "{0}".', inMessage(only.title));
  return l10n.t("Checklist stopped: {0} of {1} steps done.", view.count("done"), steps.length);
}

/** Tells the person how the run ended, with a way to its record. Never awaited: the run is over. */
export function announceOutcome(text: string, good: boolean, record: Uri | undefined): void {
  const open = l10n.t("Open Record");
  const buttons = record === undefined ? [] : [open];
  const shown = good ? window.showInformationMessage(text, ...buttons) : window.showWarningMessage(text, ...buttons);
  void shown.then((choice) => {
    if (choice === open && record !== undefined) void openRecord(record);
  });
}
