import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plan } from "../../core/checklist/plan.ts";
import type { DetectedKind } from "../../core/model/document-kind.ts";
import { planDocument } from "../../engine/plan-document.ts";
import { displayPath } from "../display-path.ts";
import { readTextFile } from "../files/read-text.ts";
import { visibleText } from "../formats/visible-text.ts";
import { UsageError } from "../usage-error.ts";

const MAX_FILE_BYTES = 5_000_000;

/** A runbook on disk and what a run of it would do. */
export interface LoadedPlan {
  /** Absolute path, without symbolic links. */
  readonly file: string;
  readonly plan: Plan;
}

/** Reads a runbook and plans its run. Throws a `UsageError` where there is no file, no runbook in it, or no step in that. */
export async function loadPlan(path: string, cwd: string): Promise<LoadedPlan> {
  const file = resolve(cwd, path);
  const shown = visibleText(displayPath(file, cwd));
  const read = await readTextFile(file, MAX_FILE_BYTES);
  if ("problem" in read) throw new UsageError(`${shown}: ${read.problem}`);
  // The record and the lock go by the file itself, whatever link led to it; so must the plan.
  const real = await realpath(file);
  const { plan, detected } = await planDocument(read.text, real);
  if (plan === undefined) throw new UsageError(`${shown}: ${noRunbook(detected)}`);
  if (plan.steps.length > 0) return { file: real, plan };
  throw new UsageError(
    `${shown}: it has no steps. Write them as task items (\`- [ ] Restart the API\`) in a section such as Diagnosis, Mitigation or Verification, with their commands in fenced blocks below them.`,
  );
}

function noRunbook(detected: DetectedKind | undefined): string {
  const told = detected && detected.evidence !== "none" ? ` by its ${detected.evidence}` : "";
  const is = detected?.kind === "postmortem" ? `it is a postmortem${told}, not a runbook` : "it is no runbook";
  return `${is}. If it is one, write \`kind: runbook\` into its front matter.`;
}
