import { describe, expect, it } from "vitest";
import { readDocument } from "../model/read-document.ts";
import { createPlan } from "./create-plan.ts";
import type { Plan } from "./plan.ts";

function plan(frontMatter: string, ...scripts: string[]): Plan {
  const steps = scripts.map((script, index) => `- [ ] S${index}\n\n  \`\`\`bash\n  ${script}\n  \`\`\`\n`);
  const document = readDocument({
    text: `---\n${frontMatter}\n---\n# T\n\n## Steps\n\n${steps.join("\n")}`,
    path: "a.runbook.md",
  });
  if (document.kind !== "runbook") throw new Error("not a runbook");
  return createPlan(document, { platform: "linux" });
}

const inputs = (made: Plan): unknown[] =>
  made.inputs.map(({ name, label, origin, secret }) => [name, label, origin, secret]);
const messages = (made: Plan): string[] => made.problems.map(({ message }) => message);

describe("declared inputs", () => {
  const declared = "runbook: { inputs: { pin: { secret: true, pattern: '[0-9]{4,}' }, pod-name: {} } }";

  it.each([
    ["echo <pin>", "PIN"],
    ["echo $PIN", "PIN"],
    ["echo $pin", "pin"],
    ["echo hello", "pin"],
  ])("are the ones that %j uses, with all their settings", (script, name) => {
    const made = plan(declared, script);
    expect(inputs(made)).toEqual([
      [name, "pin", "declared", true],
      ["POD_NAME", "pod-name", "declared", false],
    ]);
    expect(made.inputs[0]?.pattern).toBe("[0-9]{4,}");
    expect(made.problems).toEqual([]);
  });

  it("are refused where two variables would have to carry one", () => {
    expect(messages(plan(declared, "echo <pin>", "echo $pin"))).toEqual([
      ...Array(2).fill("The input `pin` is used as $PIN and $pin, which are different variables: use one."),
    ]);
  });

  it.each([
    ["runbook: { inputs: [", "Front matter is no valid YAML"],
    ["runbook: { inputs: 3 }", "`inputs` is 3: write a mapping"],
    ["runbook: { inputs: { pin: { pattern: '[' } } }", "is no regular expression: correct it."],
    ["runbook: { inputs: { pin: { secret: 'yes' } } }", 'The input `pin` has `secret: "yes"`: write true or false.'],
    ["runbook: { inputs: { pin: { secert: true } } }", "which is no setting"],
    ["runbook: { inputs: { pin: [1, 2] } }", "write its choices as `enum: […]`"],
    ["runbook: { inputs: [ { secret: true } ] }", "have no `name`"],
    ["runbook: { inputs: { pin: {}, PIN: {} } }", "are one variable, PIN"],
    ["runbook: { inputs: { BASH_ENV: {} } }", "The input `BASH_ENV` would change how commands run"],
    ["runbook: { inputs: { LD_PRELOAD: {}, PATH: {}, GIT_SSH_COMMAND: {} } }", "rename it"],
  ])("refuse the run of every step for %s", (frontMatter, message) => {
    const made = plan(frontMatter, "echo one", "echo two");
    expect(messages(made).join("\n")).toContain(message);
    expect(new Set(made.problems.map(({ stepId }) => stepId))).toEqual(new Set(["s0", "s1"]));
  });

  it.each(["NODE_NAME", "GIT_SHA", "HOST", "user", "host"])("may be called %s", (name) => {
    expect(messages(plan(`runbook: { inputs: { ${name}: {} } }`, "echo hello"))).toEqual([]);
  });
});

describe("values of inputs", () => {
  it("are refused where they would be read as code, with the reason and how to mend it", () => {
    const [problem] = plan("a: b", 'bash -c "restart $POD"').problems;
    expect(problem?.message).toMatch(
      /^The value of \$POD can't be used here: `bash` would read the value as code\. To mend it, hand it over as an argument/,
    );
  });

  it("are followed from command to command", () => {
    expect(messages(plan("a: b", "N=<count>", "echo $((N + 1))"))).toEqual([
      expect.stringContaining("arithmetic would evaluate the value"),
    ]);
  });

  it.each(["pattern: '[0-9]+'", "pattern: '^[a-z0-9-]+$'", "enum: [a, b]"])(
    "may be code where %s says what it is",
    (setting) => {
      expect(
        messages(plan(`runbook: { inputs: { N: { ${setting} } } }`, 'echo $((N + 1)); bash -c "echo $N"')),
      ).toEqual([]);
    },
  );

  it.each(["pattern: '.*'", "pattern: '[A-z]+'", "pattern: '[^a]+'", "pattern: '[+-z]+'", "pattern: 'a|.*'"])(
    "may not where %s lets code through",
    (setting) => {
      expect(messages(plan(`runbook: { inputs: { N: { ${setting} } } }`, "echo $((N + 1))"))).toHaveLength(1);
    },
  );

  it("are not asked for $ENV, which shells run", () => {
    expect(messages(plan("a: b", "echo $ENV"))).toEqual([expect.stringContaining("Nothing sets `$ENV`")]);
  });
});
