import type { Plan, PlanCommand, PlanInput, PlanStep } from "../../server/src/core/checklist/plan.ts";

const NOWHERE = { start: 0, end: 0 };

/** A command that reads, in bash, unless the changes say otherwise. */
export function command(script: string, changes: Partial<PlanCommand> = {}): PlanCommand {
  return {
    language: "bash",
    script,
    source: script,
    effect: "read",
    danger: undefined,
    timeoutMs: 30_000,
    cwd: undefined,
    verifies: false,
    interactive: false,
    acceptedExitCodes: [0],
    range: NOWHERE,
    ...changes,
  };
}

/** A step of these commands; without any, a manual one. Plain strings are commands that read, in bash. */
export function step(
  id: string,
  commands: readonly (string | PlanCommand)[],
  changes: Partial<PlanStep> = {},
): PlanStep {
  const all = commands.map((item) => (typeof item === "string" ? command(item) : item));
  const effect =
    all.find((item) => item.effect === "destroy")?.effect ?? all.find((item) => item.effect === "write")?.effect;
  return {
    id,
    title: `Step ${id}`,
    procedureId: "mitigation",
    role: "mitigation",
    titleRange: NOWHERE,
    depth: 0,
    effect: effect ?? "read",
    expectedMs: undefined,
    owner: undefined,
    commands: all,
    hash: `hash of ${id}`,
    ...changes,
  };
}

/** A plan of these steps. */
export function plan(steps: readonly PlanStep[], changes: Partial<Plan> = {}): Plan {
  return {
    path: "project/runbooks/api.md",
    title: "API down",
    steps,
    inputs: [],
    problems: [],
    hash: "plan-hash",
    ...changes,
  };
}

/** A required input found as a placeholder. */
export function input(name: string, changes: Partial<PlanInput> = {}): PlanInput {
  return {
    name,
    label: `<${name.toLowerCase().replaceAll("_", "-")}>`,
    origin: "placeholder",
    description: undefined,
    default: undefined,
    pattern: undefined,
    options: undefined,
    secret: false,
    required: true,
    ...changes,
  };
}
