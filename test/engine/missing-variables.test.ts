import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../server/src/core/checklist/plan.ts";
import type { UsedValue } from "../../server/src/engine/contract.ts";
import { command, input, step } from "./plans.ts";
import { face, filesBelow, run, types } from "./run-helper.ts";

const SETS = step("find", ["DIR=/srv SUB=cache"]);
const USES = step("clean", [command('echo rm -rf "$DIR/$SUB"', { effect: "write" })]);

describe("a variable that an earlier step did not set", () => {
  it("is asked for after that step was skipped, and is on record", async () => {
    const asked: PlanInput[] = [];
    const ran = await run([SETS, USES], {
      mode: "step",
      face: face({
        confirm: async ({ id }) => (id === "find" ? "skip" : "run"),
        async input(wanted) {
          asked.push(wanted);
          return `/my/${wanted.name}`;
        },
      }),
    });
    expect(ran).toMatchObject({ status: "done", stdout: "rm -rf /my/DIR//my/SUB\n" });
    expect(asked.map(({ label, description }) => `${label}: ${description}`)).toEqual([
      "$DIR: an earlier step did not set it",
      "$SUB: an earlier step did not set it",
    ]);
    expect(ran.events).toContainEqual(expect.objectContaining({ type: "input", name: "DIR", value: "/my/DIR" }));
  });

  it("is asked for after that step failed before it, or left it empty", async () => {
    const asked: string[] = [];
    const failing = step("find", ["DIR=$(false) || exit 1; SUB=cache"]);
    const ran = await run([failing, USES], {
      face: face({
        failed: async () => "skip",
        input: async ({ name }) => {
          asked.push(name);
          return "given";
        },
      }),
    });
    expect(asked).toEqual(["DIR", "SUB"]);
    expect(ran.stdout).toBe("rm -rf given/given\n");
  });

  it("stops the run when the person turns away", async () => {
    const ran = await run([step("find", ["true || DIR=/srv SUB=cache"]), USES], {
      face: face({ input: async () => undefined }),
    });
    expect(ran).toMatchObject({ status: "stopped", exitCode: 5, stdout: "" });
    expect(types(ran.events).at(-1)).toBe("run.end stopped");
  });

  it("fails the step where nobody can be asked, and names all of them", async () => {
    const ran = await run([step("find", ["true || DIR=/srv SUB=cache"]), USES]);
    expect(ran).toMatchObject({ status: "failed", exitCode: 1, stdout: "" });
    expect(ran.message).toBe(
      'Failed at "Step clean": $DIR, $SUB have no value, because no earlier step of this run gave one; its command was not run; 1 of 2 steps done.',
    );
  });

  it("is not asked for when a file that was read set it", async () => {
    const ran = await run([step("find", ["printf 'DIR=/srv\\nSUB=x\\n' > vars; . ./vars; rm vars"]), USES]);
    expect(ran).toMatchObject({ status: "done", stdout: "rm -rf /srv/x\n" });
  });

  it("is masked from then on when its name says that it is secret", async () => {
    const steps = [step("login", ["true || TOKEN=x"]), step("use", ['echo "with $TOKEN"'])];
    const ran = await run(steps, { face: face({ input: async () => "s3cret-value" }) });
    expect(ran.stdout).toBe("with ***\n");
    for (const text of (await filesBelow(ran.recordFolder ?? "")).values()) expect(text).not.toContain("s3cret-value");
  });
});

describe("before a step", () => {
  it("shows the values that it will run with, secrets masked, and asks before what destroys is confirmed", async () => {
    const seen: Record<string, readonly UsedValue[]> = {};
    const steps = [
      step("find", ["true || DIR=/srv"]),
      step("wipe", [command('echo "$POD" "$DIR" "$DB_PASSWORD"', { effect: "destroy" })]),
    ];
    const ran = await run(steps, {
      mode: "step",
      inputs: { POD: "api-1", DB_PASSWORD: "hunter22" },
      plan: { inputs: [input("POD"), input("DB_PASSWORD", { secret: true })] },
      face: face({
        async confirm({ id }, _, values) {
          seen[id] = values;
          return "run";
        },
        async confirmByTyping(_, values) {
          seen.typed = values;
          return true;
        },
        input: async () => "/asked",
      }),
    });
    expect(ran.status).toBe("done");
    const values = (dir: string | undefined): UsedValue[] => [
      { name: "POD", value: "api-1" },
      { name: "DB_PASSWORD", value: "***" },
      { name: "DIR", value: dir },
    ];
    expect(seen.wipe).toEqual(values(undefined));
    expect(seen.typed).toEqual(values("/asked"));
  });

  it("shows the list again, without a question, when this version was agreed to before", async () => {
    const shown: string[] = [];
    const ran = await run([step("one", ["true"])], {
      consents: { has: async () => true, add: async () => undefined },
      face: face({
        consent: () => Promise.reject(new Error("asked")),
        remembered: (_, steps) => shown.push(...steps.map(({ id }) => id)),
      }),
    });
    expect(ran.status).toBe("done");
    expect(shown).toEqual(["one"]);
  });
});

describe("a step by hand that failed", () => {
  it("can be done again, or left for the next step", async () => {
    const outcomes = ["failed", "failed", "done"] as const;
    const answers = ["retry", "retry"] as const;
    let times = 0;
    const again = await run([step("call", []), step("two", ["echo two"])], {
      face: face({
        manual: async () => ({ outcome: outcomes[times] ?? "stop", note: "busy" }),
        manualFailed: async () => answers[times++] ?? "stop",
      }),
    });
    expect(again).toMatchObject({ status: "done", stdout: "two\n" });
    const onward = await run([step("call", []), step("two", ["echo two"])], {
      face: face({
        manual: async () => ({ outcome: "failed", note: "busy" }),
        manualFailed: async () => "skip",
      }),
    });
    expect(onward).toMatchObject({ status: "failed", exitCode: 1, stdout: "two\n" });
  });
});
