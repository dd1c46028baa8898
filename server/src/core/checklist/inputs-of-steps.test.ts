import { expect, it } from "vitest";
import { readDocument } from "../model/read-document.ts";
import { createPlan } from "./create-plan.ts";
import { inputsOfSteps, knownInputs } from "./inputs-of-steps.ts";
import type { Plan } from "./plan.ts";

const RUNBOOK = `# Clean

## Steps

- [ ] Make
  \`\`\`sh
  DIR=$(mktemp -d); touch "$DIR/<file-name>"
  \`\`\`
- [ ] Count
  \`\`\`sh
  LIMIT=3; ls "$DIR" | head -n "$LIMIT"
  \`\`\`
- [ ] Remove
  \`\`\`sh
  rm -rf "$DIR/cache"
  \`\`\`
`;

function planOf(text: string): Plan {
  const document = readDocument({ text, path: "runbooks/clean.md" });
  if (document.kind !== "runbook") throw new Error(`not a runbook but ${document.kind}`);
  return createPlan(document, { platform: "linux" });
}

const names = (text: string, ...ids: string[]): string[] => {
  const plan = planOf(text);
  return inputsOfSteps(
    plan,
    plan.steps.filter(({ id }) => ids.includes(id)),
  ).map(({ name }) => name);
};

it("asks for what the chosen steps use and nothing else", () => {
  expect(names(RUNBOOK, "make", "count", "remove")).toEqual(["FILE_NAME"]);
  expect(names(RUNBOOK, "make")).toEqual(["FILE_NAME"]);
});

it("asks for a variable that only a left-out step sets, so that no command runs with an empty one", () => {
  expect(names(RUNBOOK, "remove")).toEqual(["DIR"]);
  expect(names(RUNBOOK, "count", "remove")).toEqual(["DIR"]);
});

it("asks for nothing that a file of variables may set", () => {
  const sourced = RUNBOOK.replace("DIR=$(mktemp -d)", ". ./settings.sh");
  expect(names(sourced, "make", "remove")).toEqual(["FILE_NAME"]);
  expect(names(sourced, "remove")).toEqual(["DIR"]);
});

it("knows the plan's own inputs too, so that one given too many is no mistake", () => {
  const plan = planOf(RUNBOOK);
  const last = plan.steps.filter(({ id }) => id === "remove");
  expect(knownInputs(plan, last).map(({ name }) => name)).toEqual(["FILE_NAME", "DIR"]);
});
