import type { Plan } from "../../../server/src/core/checklist/plan.ts";
import type { RunOutcome, RunRequest } from "../../../server/src/engine/contract.ts";

/** What the extension needs of the engine bundle (`dist/engine.node.js`). */
export interface Engine {
  /** What a run of this text would do; no plan when the document is no runbook. Nothing is run. */
  planDocument(text: string, file: string): Promise<{ readonly plan: Plan | undefined }>;
  /** Runs the chosen steps; every question goes to the request's face. */
  startRun(request: RunRequest): Promise<RunOutcome>;
}
