import { l10n } from "vscode";
import type { PlanStep } from "../../../server/src/core/checklist/plan.ts";
import type { RunEvent } from "../../../server/src/engine/record/events.ts";
import { formatDuration } from "./durations.ts";
import type { RunView, StepEnd } from "./progress.ts";

/**
 * Turns the events of a record into what a view shows; give it the events in their order. The view so shows what is
 * on record and nothing else.
 */
export function followEvents(steps: readonly PlanStep[], view: RunView): (event: RunEvent) => void {
  const byId = new Map(steps.map((step) => [step.id, step]));
  // Why the step that runs came to its end; an event of its own says it before `step.end` does.
  let detail = "";

  const start = (id: string, time: string): void => {
    const step = byId.get(id);
    detail = "";
    if (step !== undefined)
      view.started(step, { state: "running", at: Date.parse(time), durationMs: undefined, detail });
  };
  const end = (id: string, state: StepEnd, time: string, durationMs: number | undefined): void => {
    const step = byId.get(id);
    if (step !== undefined) view.ended(step, { state, at: Date.parse(time), durationMs, detail });
    detail = "";
  };

  return (event) => {
    switch (event.type) {
      case "step.start":
        return start(event.step, event.time);
      case "command.end":
        detail = event.ok ? "" : describeEnd(event);
        if (event.survivors !== undefined) view.note(event.survivors);
        return;
      case "manual":
        detail = event.note;
        return;
      case "note":
        return view.note(event.text);
      case "step.end":
        return end(
          event.step,
          STATES[event.status],
          event.time,
          event.status === "skipped" ? undefined : event.durationMs,
        );
      default:
        return;
    }
  };
}

const STATES = {
  done: "done",
  failed: "failed",
  "verification-failed": "failed",
  skipped: "skipped",
  stopped: "unsure",
} as const;

type CommandEnd = Extract<RunEvent, { type: "command.end" }>;

function describeEnd({ timedOut, durationMs, exitCode, signal, error }: CommandEnd): string {
  if (error !== undefined) return error;
  if (timedOut) return l10n.t("time-out after {0}", formatDuration(durationMs));
  if (exitCode !== undefined) return l10n.t("exit {0}", exitCode);
  return signal === undefined ? "" : l10n.t("ended by {0}", signal);
}
