import { env, type LogOutputChannel, l10n, type TextDocument, Uri, window } from "vscode";
import type { Plan } from "../../../server/src/core/checklist/plan.ts";
import type { ConsentStore, RunMode } from "../../../server/src/engine/contract.ts";
import type { Platform } from "../platform.ts";
import type { ActiveRuns } from "./active-runs.ts";
import { checkCanRun } from "./check-can-run.ts";
import type { Engine } from "./engine.ts";
import type { PickedSteps } from "./pick-steps.ts";
import type { PlanDocuments } from "./plan-documents.ts";
import { revealOffset } from "./reveal-offset.ts";
import { createRunFace } from "./run-face.ts";
import { announceOutcome, describeOutcome } from "./run-result.ts";
import { createRunView, type WholeRunView } from "./run-view.ts";
import { inMessage, oneLine } from "./shown-text.ts";
import type { StepResults } from "./step-results.ts";

/** What running needs; made once at activation. */
export interface Running {
  readonly platform: Platform;
  readonly log: LogOutputChannel;
  readonly runs: ActiveRuns;
  readonly plans: PlanDocuments;
  readonly results: StepResults;
  readonly consents: ConsentStore;
  readonly mode: () => RunMode;
  /** The views of ended runs, by document: their terminals stay until the next run. */
  readonly ended: Map<string, WholeRunView>;
  /** Told with the folder of each new record. */
  readonly onRecord: (folder: Uri) => void;
}

/**
 * Runs steps of a document as it stands in the editor, from "may it?" to the result. Whatever goes wrong is said to the
 * person and never thrown.
 */
export async function runDocument(
  running: Running,
  document: TextDocument,
  pick: (plan: Plan) => Promise<PickedSteps>,
): Promise<void> {
  const { platform, log, runs } = running;
  if (!(await checkCanRun(platform, document)) || platform.loadEngine === undefined) return;
  const uri = document.uri.toString();
  if (runs.of(uri) !== undefined) return sayRunsAlready(runs, uri);

  // From here on the document is taken, so that a second click while questions are open starts no second run.
  const abort = new AbortController();
  let view: WholeRunView | undefined;
  const title = oneLine(document.uri.path.split("/").at(-1) ?? "");
  const remove = runs.add({ uri, title, stop: () => abort.abort(), show: () => view?.show() });
  try {
    const engine = platform.loadEngine();
    const { plan } = await engine.planDocument(document.getText(), document.uri.fsPath);
    if (plan === undefined || plan.steps.length === 0) return sayNothingToRun(plan);
    const picked = await pick(plan);
    if (picked === undefined) return;
    if ("problem" in picked) return void window.showWarningMessage(picked.problem);
    const problem = plan.problems.find(({ stepId }) => picked.steps.some(({ id }) => id === stepId));
    if (problem !== undefined) return sayProblem(document, plan, problem);

    const { results } = running;
    view = createRunView({ document, plan, steps: picked.steps, results, stop: () => abort.abort() });
    await run(running, engine, { document, plan, steps: picked.steps, view, signal: abort.signal });
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const show = l10n.t("Show Output");
    const reason = error instanceof Error ? error.message : String(error);
    void window
      .showErrorMessage(l10n.t("The checklist could not be run: {0}", inMessage(reason)), show)
      .then((choice) => {
        if (choice === show) log.show();
      });
  } finally {
    remove();
  }
}

interface OneRun {
  readonly document: TextDocument;
  readonly plan: Plan;
  readonly steps: Plan["steps"];
  readonly view: WholeRunView;
  readonly signal: AbortSignal;
}

async function run(running: Running, engine: Engine, { document, plan, steps, view, signal }: OneRun): Promise<void> {
  const { plans, consents, mode, ended, onRecord } = running;
  const uri = document.uri.toString();
  const surroundings = {
    folder: Uri.joinPath(document.uri, "..").fsPath,
    machine: env.remoteName === undefined ? l10n.t("this machine") : l10n.t("the remote machine ({0})", env.remoteName),
    unsaved: document.isDirty,
  };
  ended.get(uri)?.dispose();
  ended.delete(uri);
  const started = Date.now();
  let text = l10n.t("The run broke off.");
  let good = false;
  let recordFolder: string | undefined;
  try {
    const outcome = await engine.startRun({
      plan,
      steps,
      file: document.uri.fsPath,
      mode: mode(),
      inputs: {},
      accepted: [],
      face: createRunFace({ plan, steps, plans, surroundings, view, signal }),
      consents,
      signal,
    });
    recordFolder = outcome.recordFolder;
    ({ text, good } = describeOutcome(outcome, view, steps, Date.now() - started));
    // Who says no to the plan knows it; a message would only be in the way.
    const declined = outcome.status === "stopped" && recordFolder === undefined;
    if (declined) window.setStatusBarMessage(l10n.t("Nothing was run."), 5_000);
    else announceOutcome(text, good, recordFolder === undefined ? undefined : Uri.file(recordFolder));
  } finally {
    view.finished(text, good);
    ended.set(uri, view);
    if (recordFolder !== undefined) onRecord(Uri.file(recordFolder));
  }
}

function sayRunsAlready(runs: ActiveRuns, uri: string): void {
  const show = l10n.t("Show Terminal");
  const stop = l10n.t("Stop It");
  const text = l10n.t("This runbook is running already: one run at a time.");
  void window.showInformationMessage(text, show, stop).then((choice) => {
    if (choice === show) runs.of(uri)?.show();
    if (choice === stop) runs.of(uri)?.stop();
  });
}

function sayNothingToRun(plan: Plan | undefined): void {
  const text =
    plan === undefined
      ? l10n.t("This document is no runbook. Add `kind: runbook` to its front matter, or name it `….runbook.md`.")
      : l10n.t(
          "This runbook has no steps. A step is a task item (`- [ ] Restart the API`) in a section such as Diagnosis, Mitigation or Verification; its commands are the fenced blocks below it.",
        );
  void window.showInformationMessage(text);
}

function sayProblem(document: TextDocument, plan: Plan, { stepId, message, range }: Plan["problems"][number]): void {
  const step = plan.steps.find(({ id }) => id === stepId)?.title ?? stepId;
  const go = l10n.t("Go to Step");
  const text = l10n.t('Nothing was run: step "{0}" can\'t run as written. {1}', inMessage(step), inMessage(message));
  void window.showErrorMessage(text, go).then((choice) => {
    if (choice === go) void revealOffset(document.uri, range.start);
  });
}
