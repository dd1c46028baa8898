import { l10n } from "vscode";
import type { Plan, PlanStep } from "../../../server/src/core/checklist/plan.ts";
import type { RunFace } from "../../../server/src/engine/contract.ts";
import { askAfterFailure, askAfterManualFailure } from "./ask-after-failure.ts";
import { askConfirmation, askConfirmationByTyping } from "./ask-confirmation.ts";
import { askConsent } from "./ask-consent.ts";
import { askInput } from "./ask-input.ts";
import { askManual } from "./ask-manual.ts";
import { followEvents } from "./follow-events.ts";
import type { PlanDocuments } from "./plan-documents.ts";
import type { PlanSurroundings } from "./plan-markdown.ts";
import type { RunView } from "./progress.ts";
import { oneLine } from "./shown-text.ts";

/** What a face is made of. */
export interface RunFaceParts {
  readonly plan: Plan;
  readonly steps: readonly PlanStep[];
  readonly plans: PlanDocuments;
  readonly surroundings: PlanSurroundings;
  readonly view: RunView;
  readonly signal: AbortSignal;
}

/** The engine's face in VS Code: questions are quick picks and input boxes, events go to the view. */
export function createRunFace({ plan, steps, plans, surroundings, view, signal }: RunFaceParts): RunFace {
  // "Run this and all that follow" holds for this run only, and never for a step that destroys.
  let askNoMore = false;
  const titleOf = (step: PlanStep): string => {
    const number = steps.findIndex(({ id }) => id === step.id) + 1;
    return l10n.t("Step {0} of {1}: {2}", number, steps.length, oneLine(step.title));
  };
  const follow = followEvents(steps, view);

  return {
    consent: (agreedPlan, agreedSteps) => askConsent(plans, agreedPlan, agreedSteps, surroundings, signal),
    // Every question before a step shows its commands and values; a document that opens unasked would be in the way.
    remembered: () => undefined,
    input: (input, problem) => askInput(input, problem, l10n.t("Run checklist: {0}", oneLine(plan.title)), signal),
    async confirm(step, effect, values) {
      if (askNoMore && effect !== "destroy") return "run";
      const answer = await askConfirmation(step, effect, values, titleOf(step), signal);
      if (answer !== "run-all") return answer;
      askNoMore = true;
      return "run";
    },
    confirmByTyping: (step, values) => askConfirmationByTyping(step, values, titleOf(step), signal),
    manual(step) {
      // A picker has room for a title; what there is to do stands in the run's terminal.
      for (const line of step.commands.length === 0 ? (step.prose?.split("\n") ?? []) : []) view.note(line);
      return askManual(titleOf(step), signal);
    },
    manualFailed: (step, note) => askAfterManualFailure(note, titleOf(step), signal),
    failed: (step, _command, result) => askAfterFailure(result, titleOf(step), signal),
    output: (step, stream, text) => view.output(step, stream, text),
    event: (event) => follow(event),
  };
}
