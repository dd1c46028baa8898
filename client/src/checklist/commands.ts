import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { RunMode } from "../../../server/src/engine/contract.ts";
import type { Platform } from "../platform.ts";
import { type ActiveRuns, createActiveRuns } from "./active-runs.ts";
import { createConsentStore } from "./consent-store.ts";
import { findDocument } from "./find-document.ts";
import { pickChecklist, pickStep } from "./pick-steps.ts";
import { createPlanDocuments } from "./plan-documents.ts";
import { pickOne } from "./questions.ts";
import { type Running, runDocument } from "./run-document.ts";
import { findLatestRecord, openRecord } from "./run-record.ts";
import { inLabel } from "./shown-text.ts";
import { createStepResults } from "./step-results.ts";

/** Registers everything about running: commands, plan documents, results. Nothing is loaded or run yet. */
export function registerChecklist(context: ExtensionContext, platform: Platform, log: LogOutputChannel): Disposable[] {
  const runs = createActiveRuns();
  const plans = createPlanDocuments();
  const results = createStepResults();
  let latest: Uri | undefined;
  const running: Running = {
    platform,
    log,
    runs,
    plans,
    results,
    consents: createConsentStore(context.globalState),
    mode: readMode,
    ended: new Map(),
    onRecord: (folder) => {
      latest = folder;
    },
  };

  const runChecklist = async (target: unknown, procedureId: unknown): Promise<void> => {
    const document = await findDocument(target);
    if (document === undefined) return;
    await runDocument(running, document, (plan) => pickChecklist(plan, textOf(procedureId)));
  };
  const runStep = async (target: unknown, stepId: unknown): Promise<void> => {
    const document = await findDocument(target);
    if (document === undefined) return;
    await runDocument(running, document, (plan) => pickStep(plan, document, textOf(stepId)));
  };
  const showRunRecord = async (): Promise<void> => {
    const folder = latest ?? (await findLatestRecord());
    if (folder === undefined) void window.showInformationMessage(l10n.t("No checklist was run here yet."));
    else await openRecord(folder);
  };

  return [
    runs,
    plans,
    results,
    commands.registerCommand("runbook.runChecklist", runChecklist),
    commands.registerCommand("runbook.runStep", runStep),
    commands.registerCommand("runbook.stopRun", (uri: unknown) => stopRun(runs, textOf(uri))),
    commands.registerCommand("runbook.showRunRecord", showRunRecord),
  ];
}

async function stopRun(runs: ActiveRuns, uri: string | undefined): Promise<void> {
  const all = runs.all();
  if (all.length === 0) {
    void window.showInformationMessage(l10n.t("Nothing is running."));
    return;
  }
  if (uri !== undefined || all.length === 1) {
    (uri === undefined ? all[0] : runs.of(uri))?.stop();
    return;
  }
  const choices = all.map((run) => ({ label: inLabel(run.title), value: run }));
  (await pickOne(choices, { title: l10n.t("Stop Run"), placeHolder: l10n.t("Which run?") }))?.stop();
}

function readMode(): RunMode {
  return workspace.getConfiguration("runbook").get<string>("run.mode") === "auto" ? "auto" : "step";
}

function textOf(argument: unknown): string | undefined {
  return typeof argument === "string" ? argument : undefined;
}
