import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { formatClock, formatDuration } from "../../client/src/checklist/durations.ts";
import { describePlan } from "../../client/src/checklist/plan-markdown.ts";
import { inLabel, inMessage, oneLine, revealHidden, shorten } from "../../client/src/checklist/shown-text.ts";
import type { Plan, PlanCommand, PlanStep } from "../../server/src/core/checklist/plan.ts";

vi.mock("vscode", () => ({
  l10n: {
    t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])),
  },
}));

describe("durations", () => {
  it.each([
    [-5, "0.0 s"],
    [420, "0.4 s"],
    [12_400, "12 s"],
    [600_000, "10 m"],
    [185_000, "3 m 05 s"],
    [3_720_000, "1 h 02 m"],
  ])("%d ms is %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it.each([
    [7_900, "0:07"],
    [750_000, "12:30"],
    [3_723_000, "1:02:03"],
  ])("a clock shows %d ms as %s", (milliseconds, text) => {
    expect(formatClock(milliseconds)).toBe(text);
  });
});

describe("texts of documents", () => {
  it("shows hidden characters", () => {
    expect(revealHidden("rm \u202egpj.exe\u200b\r\n\u001b[0m")).toBe("rm ⟨U+202E⟩gpj.exe⟨U+200B⟩\n⟨U+001B⟩[0m");
  });

  it("can make no link in a message", () => {
    expect(inMessage("Restart [now](command:evil)")).toBe("Restart [now] (command:evil)");
  });

  it("can make no icon in a label, and what is no icon stays as it is", () => {
    expect(inLabel("echo $(whoami) $(kubectl get pods) $(sync~spin)")).toBe(
      "echo \\$(whoami) $(kubectl get pods) \\$(sync~spin)",
    );
  });

  it("is one line without controls, whatever it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."a \u0000\t\r\n\u001b\u007f\u0085\u00ad\u200b\u2028\u202e\ufeff🔥") }),
        (text) => {
          expect(oneLine(text)).not.toMatch(/[\r\n\u2028\u2029\u202a-\u202e\u200b-\u200f]|(?!\s)\p{Cc}/u);
        },
      ),
    );
  });

  it("is shortened between characters, never within one", () => {
    expect(shorten("🔥🔥🔥", 2)).toBe("🔥…");
    expect(shorten("abc", 3)).toBe("abc");
  });
});

describe("the plan", () => {
  const command: PlanCommand = {
    language: "bash",
    script: 'kubectl delete pod "$POD_NAME"',
    source: "kubectl delete pod <pod-name>",
    effect: "destroy",
    danger: "kubectl delete",
    timeoutMs: 600_000,
    cwd: undefined,
    verifies: false,
    interactive: false,
    acceptedExitCodes: [0],
    range: { start: 0, end: 0 },
  };
  const step: PlanStep = {
    id: "delete-the-pod",
    title: "Delete the [pod](command:x)",
    procedureId: "mitigation",
    role: "mitigation",
    titleRange: { start: 0, end: 0 },
    depth: 0,
    effect: "destroy",
    expectedMs: 60_000,
    owner: "sre",
    commands: [command],
    hash: "",
  };
  const manual: PlanStep = {
    ...step,
    id: "call",
    title: "Call",
    effect: "read",
    owner: undefined,
    expectedMs: undefined,
    prose: "Their number is in the [safe](command:x).",
    commands: [],
  };
  const plan: Plan = {
    path: "a.md",
    title: "Pod stuck",
    steps: [step, manual],
    inputs: [
      {
        ...{ name: "POD_NAME", label: "<pod-name>", origin: "placeholder", description: "The pod", default: "api-0" },
        ...{ pattern: undefined, options: undefined, secret: false, required: true },
      } as const,
    ],
    problems: [{ stepId: "call", message: "It says `who`", range: { start: 0, end: 0 } }],
    hash: "",
  };
  const surroundings = { folder: "/srv/docs", machine: "this machine", unsaved: true };

  it("says everything that would happen", () => {
    expect(describePlan(plan, plan.steps, surroundings)).toMatchInlineSnapshot(`
      "# Plan: Pod stuck

      Nothing has run yet. *Start* runs 1 command: 1 destroy, 1 by hand, on this machine, in:

      \`\`\`text
      /srv/docs
      \`\`\`

      > The runbook has unsaved changes. What you read here is what runs.

      ## Inputs

      - \`POD_NAME\`, \`<pod-name>\`: The pod; default: api-0

      ## 1. Delete the \\[pod\\](command:x) (destroys, by @sre, about 1 m)

      \`\`\`bash
      kubectl delete pod "$POD_NAME"
      \`\`\`

      **destroys**, kubectl delete, at most 10 m

      As written:

      \`\`\`bash
      kubectl delete pod <pod-name>
      \`\`\`

      ## 2. Call (by hand)

      \`\`\`markdown
      Their number is in the [safe](command:x).
      \`\`\`

      > **Can't run as written:** It says \`who\`
      "
    `);
  });

  it("keeps a command inside its fence, whatever it contains", () => {
    const script = "cat <<'EOF'\n````\n# not a heading\n```\nEOF";
    const text = describePlan(
      { ...plan, steps: [step] },
      [{ ...step, commands: [{ ...command, script, source: script }] }],
      surroundings,
    );
    expect(text).toContain(`\`\`\`\`\`bash\n${script}\n\`\`\`\`\``);
  });
});
