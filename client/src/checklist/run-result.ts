import { l10n, type Uri, window } from "vscode";
import type { RunOutcome } from "../../../server/src/engine/contract.ts";
import { formatDuration } from "./durations.ts";
import { openRecord } from "./run-record.ts";
import type { WholeRunView } from "./run-view.ts";
import { inMessage } from "./shown-text.ts";

/** One sentence on how a run ended; `good` when everything that was asked for is done. */
export function describeOutcome(
  outcome: RunOutcome,
  view: WholeRunView,
  total: number,
  durationMs: number,
): { readonly text: string; readonly good: boolean } {
  const done = view.count("done");
  if (outcome.status === "done") {
    return {
      text: l10n.t("Checklist done: {0} of {1} steps in {2}", done, total, formatDuration(durationMs)),
      good: true,
    };
  }
  const failure = view.lastFailure();
  if ((outcome.status === "failed" || outcome.status === "verification-failed") && failure !== undefined) {
    const { title, detail } = failure;
    const why = detail === "" ? "" : ` (${inMessage(detail)})`;
    const text = l10n.t('Checklist failed at "{0}"{1}: {2} of {3} steps done.', inMessage(title), why, done, total);
    return { text, good: false };
  }
  if (outcome.status === "stopped") {
    return { text: l10n.t("Checklist stopped: {0} of {1} steps done.", done, total), good: false };
  }
  return { text: inMessage(outcome.message), good: false };
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
