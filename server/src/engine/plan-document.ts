import { URI } from "vscode-uri";
import { createPlan } from "../core/checklist/create-plan.ts";
import type { Plan } from "../core/checklist/plan.ts";
import type { DetectedKind } from "../core/model/document-kind.ts";
import type { Platform } from "../core/schema/interpreters.ts";
import { createChecker } from "../workspace/checker.ts";
import { localDate } from "../workspace/local-date.ts";
import { createNodeWorkspace } from "../workspace/node-workspace.ts";

/** What a run of a text would do, and what told its kind. */
export interface PlannedDocument {
  /** Undefined when the document is no runbook. */
  readonly plan: Plan | undefined;
  readonly detected: DetectedKind | undefined;
}

/**
 * Plans a run of a text as the content of a file, on this machine. Nothing is run. The checker reads the document, so that
 * project and configuration tell its kind here as they do for its findings, and a plan that was agreed to in the editor is
 * the same plan in the terminal.
 *
 * @param file absolute path
 */
export async function planDocument(text: string, file: string): Promise<PlannedDocument> {
  const checker = createChecker({
    workspace: createNodeWorkspace(),
    today: () => localDate(new Date()),
    folders: [],
  });
  const { document } = await checker.check(URI.file(file).toString(), text);
  const plan = document?.kind === "runbook" ? createPlan(document, { platform: thisPlatform() }) : undefined;
  return { plan, detected: document?.detected };
}

/** The machine as plans name it; any other Unix is like Linux to a runbook. */
function thisPlatform(): Platform {
  return process.platform === "darwin" || process.platform === "win32" ? process.platform : "linux";
}
