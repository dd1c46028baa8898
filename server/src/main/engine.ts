import { createPlan } from "../core/checklist/create-plan.ts";
import type { Plan } from "../core/checklist/plan.ts";
import { readDocument } from "../core/model/read-document.ts";
import type { Platform } from "../core/schema/interpreters.ts";

export type { RunOutcome, RunRequest } from "../engine/contract.ts";
export { listRuns, readRun } from "../engine/record/record-reader.ts";
export { startRun } from "../engine/run.ts";

/**
 * What a run of this text would do on this machine; undefined when the document is no runbook. Nothing is run.
 *
 * @param path the document's path, from which its kind may be told
 */
export function planDocument(text: string, path: string): Plan | undefined {
  const document = readDocument({ text, path: path.replaceAll("\\", "/") });
  return document.kind === "runbook" ? createPlan(document, { platform: thisPlatform() }) : undefined;
}

/** The machine as plans name it; any other Unix is like Linux to a runbook. */
function thisPlatform(): Platform {
  return process.platform === "darwin" || process.platform === "win32" ? process.platform : "linux";
}
