import type { CodeLens } from "vscode-languageserver-types";
import type { Step } from "../core/model/procedure.ts";
import { allSteps } from "./all-steps.ts";
import type { CheckedDocument } from "./checked-document.ts";
import { toLspRange } from "./positions.ts";

/** The client's command that runs a whole procedure; arguments: document URI, procedure id. */
const RUN_CHECKLIST = "runbook.runChecklist";

/** The client's command that runs one step; arguments: document URI, step id. */
const RUN_STEP = "runbook.runStep";

/** "Run checklist" above each procedure that has steps, "Run step" above each step that has a command; only in runbooks. */
export function codeLenses({ uri, lines, document }: CheckedDocument): CodeLens[] {
  if (document?.kind !== "runbook" || document.detected.isTemplate) return [];
  return document.procedures.flatMap((procedure) => {
    const steps = allSteps(procedure.steps);
    if (steps.length === 0) return [];
    const count = steps.length === 1 ? "1 step" : `${steps.length} steps`;
    const whole: CodeLens = {
      range: toLspRange(lines, procedure.section.heading),
      command: {
        title: `$(play) Run checklist (${count})`,
        command: RUN_CHECKLIST,
        arguments: [uri, procedure.id],
      },
    };
    return [whole, ...steps.filter(hasCommand).map((step) => stepLens(step))];
  });

  function stepLens(step: Step): CodeLens {
    return {
      range: toLspRange(lines, step.titleRange),
      command: { title: "$(play) Run step", command: RUN_STEP, arguments: [uri, step.id] },
    };
  }
}

function hasCommand(step: Step): boolean {
  return step.commands.length > 0;
}
