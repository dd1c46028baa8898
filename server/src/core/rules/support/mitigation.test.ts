import { describe, expect, it } from "vitest";
import { readDocument } from "../../model/read-document.ts";
import { mitigationWithSteps } from "./mitigation.ts";

function found(text: string): string | undefined {
  const document = readDocument({ text, path: "a.runbook.md" });
  if (document.kind !== "runbook") throw new Error("not a runbook");
  return mitigationWithSteps(document)?.section.title;
}

describe("mitigationWithSteps", () => {
  it("is the section of a known name, or the title above numbered steps", () => {
    expect(found("# Queue\n\n## Mitigation\n\n1. Restart it\n")).toBe("Mitigation");
    expect(found("# Queue\n\n## Step 1: Stop\n\n```sh\nstop\n```\n\n## Step 2: Start\n\n```sh\nstart\n```\n")).toBe(
      "Queue",
    );
  });

  it("is no how-to below a name that nobody knows", () => {
    expect(found("# Queue\n\n## Reading the log\n\n```sh\ntail log\n```\n")).toBeUndefined();
    expect(found("# Reading the log\n\n1. Open it\n2. Search it\n")).toBeUndefined();
  });
});
