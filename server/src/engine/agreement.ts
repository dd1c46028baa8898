import { createHash } from "node:crypto";
import type { PlanStep } from "../core/checklist/plan.ts";
import type { RunRequest } from "./contract.ts";
import { askUntilStopped } from "./questions.ts";

/** How the person agreed to what will run; undefined when they did not. */
export type Agreement = "asked" | "remembered" | "beforehand" | undefined;

/**
 * Asks for consent to this version of the document, once: what was agreed to is remembered by its hash. Who saw only some
 * of the steps agreed only to those. Without a face, `preflight` has already seen to the effects accepted beforehand.
 */
export async function agree({ plan, steps, face, consents, signal }: RunRequest): Promise<Agreement> {
  if (!face) return "beforehand";
  const whole = steps.length === plan.steps.length;
  const hash = whole ? plan.hash : partHash(plan.hash, steps);
  if ((await consents.has(plan.hash)) || (!whole && (await consents.has(hash)))) {
    face.remembered(plan, steps);
    return "remembered";
  }
  const agreed = await askUntilStopped(signal, face.consent(plan, steps));
  if (agreed !== true) return undefined;
  await consents.add(hash);
  return "asked";
}

function partHash(planHash: string, steps: readonly PlanStep[]): string {
  return createHash("sha256")
    .update(JSON.stringify([planHash, ...steps.map((step) => step.id)]))
    .digest("hex");
}
