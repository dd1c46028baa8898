import { type Disposable, l10n, StatusBarAlignment, window } from "vscode";
import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";
import { formatClock, formatDuration } from "./durations.ts";
import type { RunView } from "./progress.ts";
import { inLabel, oneLine, shorten } from "./shown-text.ts";

/** The status bar item of one run: the running step and its clock; a click stops the run. */
export function createRunStatus(title: string, steps: readonly PlanStep[], uri: string): RunView & Disposable {
  const item = window.createStatusBarItem("runbook.run", StatusBarAlignment.Left, 100);
  item.name = l10n.t("Runbook: running step");
  item.command = { command: "runbook.stopRun", title: l10n.t("Stop Run"), arguments: [uri] };
  item.accessibilityInformation = {
    label: l10n.t("Running checklist {0}. Activate to stop it.", oneLine(title)),
    role: "button",
  };
  let running: { readonly step: PlanStep; readonly since: number } | undefined;

  const draw = (): void => {
    if (running === undefined) return;
    const { step, since } = running;
    const number = steps.findIndex(({ id }) => id === step.id) + 1;
    const elapsed = Date.now() - since;
    const icon = step.commands.length === 0 ? "$(person)" : "$(sync~spin)";
    item.text = `${icon} ${number}/${steps.length} ${inLabel(shorten(oneLine(step.title), 30))} ${formatClock(elapsed)}`;
    const usual = step.expectedMs === undefined ? "" : ` (${l10n.t("usually {0}", formatDuration(step.expectedMs))})`;
    item.tooltip = `${oneLine(title)}: ${oneLine(step.title)}${usual}\n${l10n.t("Click to stop the run.")}`;
  };

  // The clock is drawn once a second and is the only thing that a run does at intervals.
  const clock = setInterval(draw, 1000);
  item.text = `$(checklist) ${inLabel(shorten(oneLine(title), 30))}`;
  item.tooltip = l10n.t("Click to stop the run.");
  item.show();

  return {
    started(step, state) {
      running = { step, since: state.at };
      draw();
    },
    output: () => undefined,
    note: () => undefined,
    ended() {
      running = undefined;
    },
    dispose() {
      clearInterval(clock);
      item.dispose();
    },
  };
}
