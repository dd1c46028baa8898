import { describe, expect, it } from "vitest";
import { createPlan } from "../../core/checklist/create-plan.ts";
import type { PlanStep } from "../../core/checklist/plan.ts";
import { readDocument } from "../../core/model/read-document.ts";
import { describeProse } from "./describe-prose.ts";

function step(text: string): PlanStep {
  const document = readDocument({ text, path: "a.runbook.md" });
  if (document.kind !== "runbook") throw new Error("not a runbook");
  const [first] = createPlan(document, { platform: "linux" }).steps;
  if (first === undefined) throw new Error("no step");
  return first;
}

describe("describeProse", () => {
  it("shows what a step by hand says, hidden characters made visible", () => {
    const text = "## Steps\n\n1. Call the bank\n\n   Their number\u202E is in the safe:\n\n   - code 1\n";
    expect(describeProse(step(text))).toEqual(["    Their number<U+202E> is in the safe:", "    ", "    - code 1"]);
  });

  it("shows nothing where there is nothing more to say, or commands to show", () => {
    expect(describeProse(step("## Steps\n\n1. Call\n"))).toEqual([]);
    expect(describeProse(step("## Steps\n\n1. Look\n\n   Note.\n\n   ```sh\n   ls\n   ```\n"))).toEqual([]);
  });

  it("ends after forty lines and says how many there are more", () => {
    const lines = Array.from({ length: 42 }, (_, index) => `   - ${index}`).join("\n");
    const shown = describeProse(step(`## Steps\n\n1. Call\n\n${lines}\n`));
    expect([shown.length, shown.at(-1)]).toEqual([41, "    … 2 more lines in the runbook"]);
  });
});
