import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../model/read-document.ts";
import type { Platform } from "../schema/interpreters.ts";
import { createPlan } from "./create-plan.ts";
import { defaultSteps } from "./default-steps.ts";
import type { Plan } from "./plan.ts";

function plan(text: string, platform: Platform = "linux", path = "x/a.runbook.md"): Plan {
  const document = readDocument({ text, path });
  if (document.kind !== "runbook") throw new Error("not a runbook");
  return createPlan(document, { platform });
}

/** A runbook of one step with one block of each given info string and script. */
function step(...blocks: (readonly [string, string])[]): string {
  const fences = blocks.map(([info, script]) => `  \`\`\`${info}\n  ${script.replaceAll("\n", "\n  ")}\n  \`\`\`\n`);
  return `# T\n\n## Steps\n\n- [ ] A (~5m) @kim\n\n${fences.join("\n")}`;
}

const only = (info: string, script: string): Plan["steps"][number]["commands"][number] => {
  const command = plan(step([info, script])).steps[0]?.commands[0];
  if (command === undefined) throw new Error("no command");
  return command;
};

const messages = (text: string): string[] => plan(text).problems.map(({ message }) => message);

describe("createPlan", () => {
  it("lists steps in the order of the text, sub-steps behind their step", () => {
    const text =
      "# Restart\n\n## Steps\n\n- [ ] A\n  - [ ] B\n\n    ```sh\n    ls\n    ```\n\n### Rollback\n\n1. Undo\n\n## Verification\n\nLook.\n";
    const { title, steps } = plan(text);
    expect(title).toBe("Restart");
    expect(steps.map(({ id, role, depth, isGroup, effect }) => [id, role, depth, isGroup, effect])).toEqual([
      ["a", "mitigation", 0, true, "read"],
      ["b", "mitigation", 1, undefined, "read"],
      ["undo", "rollback", 0, undefined, "read"],
      ["verification", "verification", 0, undefined, "read"],
    ]);
    expect(defaultSteps(plan(text)).map(({ id }) => id)).toEqual(["a", "b", "verification"]);
  });

  it("reads the options of commands, with defaults", () => {
    expect(only("sh", "ls")).toMatchObject({
      ...{ language: "sh", effect: "read", danger: undefined, timeoutMs: 600_000, cwd: undefined, verifies: false },
      ...{ interactive: false, acceptedExitCodes: [0], retries: 0, everyMs: 5_000 },
    });
    expect(
      only("sh { timeout=30s cwd=.. verify=true interactive=true exit=0,2 warn=3 retries=10 every=1m }", "x"),
    ).toMatchObject({
      ...{ timeoutMs: 30_000, cwd: "..", verifies: true, interactive: true, acceptedExitCodes: [0, 2, 3] },
      ...{ retries: 10, everyMs: 60_000 },
    });
  });

  it("lets the author judge the effect, but never calls destruction reading", () => {
    expect(only("sh", "rm -rf x")).toMatchObject({ effect: "destroy", danger: "rm -r" });
    expect(only("sh { effect=write }", "rm -rf x")).toMatchObject({ effect: "write", danger: undefined });
    expect(only("sh { effect=read }", "./check.sh")).toMatchObject({ effect: "read", judgedEffect: "write" });
    expect(only("sh { effect=read }", "ls")).not.toHaveProperty("judgedEffect");
    expect(only("sh { effect=destroy }", "./wipe.sh")).toMatchObject({ effect: "destroy", danger: "effect=destroy" });
    expect(only("sh { confirm=type }", "ls")).toMatchObject({ effect: "destroy", danger: "confirm=type" });
    expect(only("sh { confirm=true }", "ls")).toMatchObject({ effect: "write" });
    expect(only("sh { effect=read }", "rm -rf x")).toMatchObject({ effect: "destroy" });
    expect(messages(step(["sh { effect=read }", "rm -rf x"]))).toEqual([
      "`effect=read` says that this only reads, but it holds `rm -r`: write `effect=write` or `effect=destroy`.",
    ]);
  });

  it("makes inputs of what is declared, of placeholders and of variables that nothing sets", () => {
    const head = "---\nrunbook:\n  inputs:\n    NAMESPACE: { default: shop, pattern: '^s' }\n---\n";
    const text = `${head}## Steps\n\n1. A\n   \`\`\`sh\n   export NODE=$(x <pod-name> $NAMESPACE)\n   \`\`\`\n2. B\n   \`\`\`sh\n   y $NODE $ZONE "<pod-name>" <api-token>\n   \`\`\`\n`;
    expect(
      plan(text).inputs.map(({ name, label, origin, default: value, secret, required }) => [
        name,
        label,
        origin,
        value,
        secret,
        required,
      ]),
    ).toEqual([
      ["NAMESPACE", "NAMESPACE", "declared", "shop", false, false],
      ["POD_NAME", "<pod-name>", "placeholder", undefined, false, true],
      ["API_TOKEN", "<api-token>", "placeholder", undefined, true, true],
      ["ZONE", "$ZONE", "variable", undefined, false, true],
    ]);
    expect(plan(text).steps[1]?.commands[0]).toMatchObject({
      script: 'y $NODE $ZONE "${POD_NAME}" "$API_TOKEN"',
      source: 'y $NODE $ZONE "<pod-name>" <api-token>',
    });
  });

  it("says what keeps a step from running, where, and how to mend it", () => {
    const text = step(["sh", "echo 'pod <pod>'"]);
    const [problem] = plan(text).problems;
    expect(problem).toMatchObject({
      stepId: "a",
      message:
        "<pod> can't be filled in here: in single quotes nothing is filled in. To mend it, use double quotes, or end the quotes there: '…'\"$POD\"'…'; the value is in the variable POD.",
    });
    expect(text.slice(problem?.range.start, problem?.range.end)).toBe("<pod>");
  });

  it.each([
    ["sh { timeout=soon }", "ls", "`timeout=soon` is no value of `timeout`: write 30s, 5m, 1h."],
    ["sh { hosts=web }", "ls", "running on other hosts is not supported yet"],
    ["sh { when=A=b }", "ls", "conditions are not supported yet"],
    ["sh { background=true }", "ls", "Commands in the background are not supported yet"],
    ["sh { onError=continue }", "ls", "It says `onError=continue`, which a run can't follow yet"],
    ["sh { setup=true }", "ls", "It says `setup=true`"],
    ["sh { needs=a<5m }", "ls", "It says `needs=a<5m`"],
    ["sh { interpreter=/bin/x }", "ls", "It says `interpreter=/bin/x`"],
    ["sh { batch=2 }", "ls", "It says `batch=2`"],
    ["sh { maxErrors=1 }", "ls", "It says `maxErrors=1`"],
    ["sh", "ssh host", "`ssh host` opens a session, and the commands after it would run on this machine instead"],
    ["sh { needs=other }", "ls", "It needs `other`, but there is no such step"],
    ["sh { name=x", "ls", "These attributes are not closed"],
    ["sh", "ls \u202Efdp.exe", "the invisible character U+202E"],
    ["sh { os=windows }", "ls", "“A” has no command for linux"],
  ])("says so for %s: %j", (info, script, message) => {
    expect(messages(step([info, script])).join("\n")).toContain(message);
  });

  it("lets a person work in a session, and a run stop at an error, which it does anyway", () => {
    expect(messages(step(["sh { interactive=true }", "ssh host"]))).toEqual([]);
    expect(messages(step(["sh { onError=stop setup=false }", "ls"]))).toEqual([]);
  });

  it("says that a fence is not closed", () => {
    expect(messages("## Steps\n\n1. A\n\n   ```sh\n   ls\n")).toEqual([
      "The code fence is not closed, so it is not known where the command ends: add the closing fence.",
    ]);
  });

  it("takes the block of this machine where there are twins", () => {
    const languages = (text: string, platform: Platform): string[] =>
      plan(text, platform).steps[0]?.commands.map(({ script }) => script) ?? [];
    const twins = step(["bash", "a"], ["powershell", "b"], ["python", "c"]);
    expect(languages(twins, "linux")).toEqual(["a", "c"]);
    expect(languages(twins, "win32")).toEqual(["b", "c"]);
    expect(languages(step(["powershell", "b"]), "linux")).toEqual(["b"]);
    const marked = step(["sh { name=x os=linux }", "l"], ["sh { name=x os=macos }", "m"]);
    expect(languages(marked, "darwin")).toEqual(["m"]);
  });

  it("leaves out of a plain run what is excluded from it, but keeps its command for who names it", () => {
    const excluded = plan(step(["sh { excludeFromRunAll=true }", "ls"]));
    expect(excluded.steps[0]?.commands.map(({ script }) => script)).toEqual(["ls"]);
    expect(defaultSteps(excluded)).toEqual([]);
    const beside = plan(step(["sh { excludeFromRunAll=true }", "ls"], ["sh", "pwd"]));
    expect(defaultSteps(beside)[0]?.commands.map(({ script }) => script)).toEqual(["pwd"]);
  });

  it("changes a step's hash with its commands and attributes only, the plan's with any of them", () => {
    const a = plan(step(["sh", "ls"]));
    const prose = plan(step(["sh", "ls"]).replace("# T", "# Other title\n\nprose"));
    const script = plan(step(["sh", "ls -l"]));
    const attribute = plan(step(["sh { timeout=1m }", "ls"]));
    expect(prose.hash).toBe(a.hash);
    expect(new Set([a, script, attribute].map((each) => each.hash)).size).toBe(3);
    expect(new Set([a, script, attribute].map((each) => each.steps[0]?.hash)).size).toBe(3);
    expect(a.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("never throws", () => {
    const line = fc.constantFrom(
      ...[
        "## Steps",
        "- [ ] a",
        "  ```sh { needs=a timeout=x",
        "  ```bash",
        "  ```",
        "  echo <x> '$Y",
        "  $ rm -rf <z>",
        "```python",
        "'<p>'",
        "1. b",
        "```",
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => void plan(lines.join("\n"))),
      { numRuns: 60 },
    );
  });
});
