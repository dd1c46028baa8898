import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, input, plan, step } from "./plans.ts";
import { face, project, recordOf, run, types } from "./run-helper.ts";

describe("a run", () => {
  it("runs the steps in order, with stdout and stderr apart, and has all on record", async () => {
    const ran = await run([step("one", ["echo first", "echo oops >&2"]), step("two", ["echo second"])]);
    expect(ran).toMatchObject({ status: "done", exitCode: 0, stdout: "first\nsecond\n", stderr: "oops\n" });
    const record = await recordOf(ran);
    expect(record).toMatchObject({ torn: false, problems: [], events: ran.events });
    expect(types(record.events)).toEqual([
      ...["run.start", "consent", "step.start", "command.start", "command.end", "command.start", "command.end"],
      ...["step.end done", "step.start", "command.start", "command.end", "step.end done", "run.end done"],
    ]);
    expect(await readFile(join(record.folder, "out", "one.stderr"), "utf8")).toBe("oops\n");
    expect(await readFile(join(record.folder, "run.md"), "utf8")).toContain("- [x] Step two (`two`): done in");
  });

  it("writes an event to the disk before it tells anybody", async () => {
    const { file, root } = await project();
    const behind: string[] = [];
    await run([step("one", ["true"])], {
      file,
      onEvent: (event) => {
        const { readdirSync, readFileSync } = process.getBuiltinModule("node:fs");
        const runs = join(root, ".runbook", "runs");
        const folder = readdirSync(runs).find((name) => name.includes("-api-")) ?? "";
        const lines = readFileSync(join(runs, folder, "events.jsonl"), "utf8").split("\n");
        if (lines.length !== event.seq + 2) behind.push(event.type);
      },
    });
    expect(behind).toEqual([]);
  });

  it("stops at the first step that fails", async () => {
    const ran = await run([step("one", ["exit 3"]), step("two", ["echo never"])]);
    expect(ran).toMatchObject({
      status: "failed",
      exitCode: 1,
      stdout: "",
      message: 'Failed at "Step one": its command ended with exit 3; 0 of 2 steps done.',
    });
  });

  it("accepts the exit codes that a command names, and no others", async () => {
    const accepted = { acceptedExitCodes: [0, 3] };
    expect(await run([step("one", [command("exit 3", accepted)])])).toMatchObject({ exitCode: 0 });
    expect(await run([step("one", [command("exit 4", accepted)])])).toMatchObject({ exitCode: 1 });
  });

  it("checks a step after it is done, wherever the check stands, and has an exit code for it", async () => {
    const ran = await run([step("one", [command("echo check; false", { verifies: true }), "echo act"])]);
    expect(ran).toMatchObject({ status: "verification-failed", exitCode: 3, stdout: "act\ncheck\n" });
  });

  it("compares the output with what the runbook expects, secrets in the open", async () => {
    const expecting = (text: string) =>
      command('echo "v $TOKEN"', { verifies: true, expectation: { mode: "exact", text } });
    const changes = { inputs: { TOKEN: "hunter22" }, plan: { inputs: [input("TOKEN", { secret: true })] } };
    expect(await run([step("one", [expecting("v hunter22")])], changes)).toMatchObject({
      exitCode: 0,
      stdout: "v ***\n",
    });
    const ran = await run([step("one", [expecting("v hunter33")])], changes);
    expect(ran).toMatchObject({ status: "verification-failed", exitCode: 3 });
    expect(ran.message).toContain(
      'its check failed: its output does not meet the expectation (exact) "v hunter33", it is "v ***"',
    );
  });

  it("tries again as often as the runbook says before it fails", async () => {
    const { file, root } = await project();
    const script = `echo x >> ${root}/count; test $(wc -l < ${root}/count) -ge 3`;
    const retrying = (retries: number) => [step("one", [command(script, { retries, everyMs: 1 })])];
    expect(await run(retrying(1), { file })).toMatchObject({ exitCode: 1 });
    expect(await run(retrying(5), { file })).toMatchObject({ exitCode: 0 });
    expect((await readFile(`${root}/count`, "utf8")).length).toBe(6);
  });

  it("asks nothing about a step that only groups others", async () => {
    const ran = await run([step("group", [], { isGroup: true }), step("one", ["echo one"])]);
    expect(ran).toMatchObject({ status: "done", stdout: "one\n" });
  });

  it("runs in the folder of the runbook, or in the one that a command names", async () => {
    const { file, root } = await project();
    const ran = await run([step("one", ["pwd", command("pwd", { cwd: ".." }), "pwd"])], { file });
    expect(ran.stdout).toBe(`${root}/runbooks\n${root}\n${root}/runbooks\n`);
  });

  it("says which folder is missing", async () => {
    const ran = await run([step("one", [command("pwd", { cwd: "nowhere" })])]);
    expect(ran.message).toMatch(/could not be started: its folder \S+nowhere does not exist/);
  });
});

describe("what can be refused is refused before anything runs", () => {
  it.each([
    ["no steps", [], {}, 2, "No step was chosen"],
    [
      "a problem",
      [step("one", ["true"])],
      {
        plan: { problems: [{ stepId: "one", message: "<pod> stands in single quotes.", range: { start: 0, end: 0 } }] },
      },
      2,
      "<pod> stands in single quotes.",
    ],
    [
      "an unknown input",
      [step("one", ["true"])],
      { inputs: { pood: "x" }, plan: { inputs: [input("POD")] } },
      2,
      'no input "pood". Did you mean <pod>? It has: <pod>.',
    ],
    [
      "a missing interpreter",
      [step("one", [command("x", { language: "cmd" })])],
      {},
      2,
      "needs cmd, which only Windows has",
    ],
    ["a manual step", [step("one", [])], {}, 4, "is done by a person"],
    ["an interactive command", [step("one", [command("vi", { interactive: true })])], {}, 4, "needs a terminal"],
    [
      "a write that nobody accepted",
      [step("one", [command("true", { effect: "write" })])],
      { accepted: [] },
      4,
      "--yes write",
    ],
    [
      "what only its author calls reading",
      [step("one", [command("./check.sh", { judgedEffect: "write" })])],
      { accepted: [] },
      4,
      "only reads, as its author says (effect=read), but its commands are not known to, and nobody can be asked: nothing was run. Accept that with --yes write.",
    ],
    [
      "a destroying step, accepted or not",
      [step("one", [command("true", { effect: "destroy" })])],
      { accepted: ["write", "destroy"] as const },
      4,
      "only be confirmed in a terminal",
    ],
    ["a missing value", [step("one", ['echo "$POD"'])], { plan: { inputs: [input("POD")] } }, 4, "No value for <pod>"],
    [
      "a value that does not fit",
      [step("one", ['echo "$POD"'])],
      { inputs: { pod: "X" }, plan: { inputs: [input("POD", { pattern: "[a-z]+" })] } },
      2,
      '"X" does not fit <pod>',
    ],
    [
      "a secret that can't be masked",
      [step("one", ['echo "$PIN"'])],
      { inputs: { PIN: "123" }, plan: { inputs: [input("PIN", { secret: true })] } },
      2,
      "too short",
    ],
  ])("%s", async (_, steps, changes, exitCode, message) => {
    const ran = await run([...steps, ...(steps.length > 0 ? [step("last", ["echo ran"])] : [])], changes);
    expect(ran).toMatchObject({ exitCode, recordFolder: undefined, stdout: "", events: [] });
    expect(ran.message).toContain(message);
  });
});

describe("with a person", () => {
  it("asks for consent once for a version of the document, and for all of it only when all of it was shown", async () => {
    const agreed = new Set<string>();
    const consents = {
      has: async (hash: string) => agreed.has(hash),
      add: async (hash: string) => void agreed.add(hash),
    };
    const steps = [step("one", ["true"]), step("two", ["true"])];
    let asked = 0;
    const go = (chosen: typeof steps) =>
      run(chosen, { consents, plan: { steps }, face: face({ consent: async () => ++asked > 0 }) });
    await go(steps.slice(0, 1));
    await go(steps.slice(0, 1));
    expect(asked).toBe(1);
    await go(steps);
    expect(asked).toBe(2);
    await go(steps.slice(1));
    expect(asked).toBe(2);
  });

  it("runs nothing without consent", async () => {
    const ran = await run([step("one", ["echo ran"])], { face: face({ consent: async () => false }) });
    expect(ran).toMatchObject({ status: "stopped", exitCode: 5, recordFolder: undefined });
  });

  it("asks for each value until it fits, and stops where none is given", async () => {
    const problems: (string | undefined)[] = [];
    const answers = ["UPPER", "lower"];
    const inputs = [input("POD", { pattern: "[a-z]+" })];
    const asking = face({
      async input(_, problem) {
        problems.push(problem);
        return answers.shift();
      },
    });
    const steps = [step("one", ['echo "pod: $POD"'])];
    const shown: string[] = [];
    const ran = await run(steps, {
      face: { ...asking, output: (_, __, text) => void shown.push(text) },
      plan: { inputs },
    });
    expect(ran.exitCode).toBe(0);
    expect(shown.join("")).toBe("pod: lower\n");
    expect(problems).toEqual([undefined, '"UPPER" does not fit <pod>, which must match [a-z]+.']);
    expect(await run(steps, { face: asking, plan: { inputs } })).toMatchObject({
      exitCode: 5,
      recordFolder: undefined,
    });
  });

  it("confirms every step in step mode, and in auto mode only what destroys", async () => {
    const steps = [
      step("look", ["true"]),
      step("change", [command("true", { effect: "write" })]),
      step("drop", [command("true", { effect: "destroy" })]),
    ];
    const questions = async (mode: "step" | "auto"): Promise<string[]> => {
      const asked: string[] = [];
      const confirm = async ({ id }: { id: string }) => {
        asked.push(id);
        return "run" as const;
      };
      const confirmByTyping = async ({ id }: { id: string }) => asked.push(`type ${id}`) > 0;
      expect((await run(steps, { mode, face: face({ confirm, confirmByTyping }) })).exitCode).toBe(0);
      return asked;
    };
    expect(await questions("step")).toEqual(["look", "change", "drop", "type drop"]);
    expect(await questions("auto")).toEqual(["type drop"]);
  });

  it("stops before a destroying step whose name was not typed", async () => {
    const steps = [step("drop", [command("echo gone", { effect: "destroy" })]), step("next", ["echo next"])];
    const ran = await run(steps, { face: face({ confirmByTyping: async () => false }) });
    expect(ran).toMatchObject({ status: "stopped", exitCode: 5, stdout: "" });
  });

  it("retries a command, goes on without it, or stops", async () => {
    const { file, root } = await project();
    const flaky = [step("one", [`test -e ${root}/flag || { touch ${root}/flag; exit 1; }`]), step("two", ["echo two"])];
    const retried = await run(flaky, { file, face: face({ failed: async () => "retry" }) });
    expect(retried).toMatchObject({ status: "done" });
    expect(retried.events.filter(({ type }) => type === "command.start")).toHaveLength(3);

    const failing = [step("one", ["exit 1"]), step("two", ["echo two"])];
    const skipped = await run(failing, { face: face({ failed: async () => "skip" }) });
    expect(skipped).toMatchObject({ status: "failed", exitCode: 1, stdout: "two\n" });
    expect(await run(failing, { face: face() })).toMatchObject({ status: "failed", stdout: "" });
  });

  it("has steps by hand, with who did them and what was noted", async () => {
    const ran = await run([step("call", []), step("two", ["echo two"])], {
      face: face({ manual: async () => ({ outcome: "skipped", note: "nobody *there*" }) }),
    });
    expect(ran).toMatchObject({ status: "done", message: "Finished: 1 of 2 steps done, 1 skipped." });
    const record = await recordOf(ran);
    expect(record.events.find(({ type }) => type === "manual")).toMatchObject({
      note: "nobody *there*",
      outcome: "skipped",
    });
    expect(await readFile(join(record.folder, "run.md"), "utf8")).toContain("Note: nobody \\*there\\*");
  });

  it("lets a person run what needs a terminal where there is none", async () => {
    const steps = [step("edit", [command("vi file", { interactive: true })])];
    const ran = await run(steps, { face: face() });
    expect(types(ran.events)).toContain("manual");
    expect(types(ran.events)).not.toContain("command.start");
  });
});

it("puts the plan of a run in its record", async () => {
  const steps = [step("one", ["true"])];
  const [start] = (await run(steps)).events;
  expect(start).toMatchObject({
    type: "run.start",
    planHash: plan(steps).hash,
    title: "API down",
    steps: [{ id: "one" }],
  });
});
