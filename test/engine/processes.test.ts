import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { RunEventOf } from "../../server/src/engine/record/events.ts";
import { command, step } from "./plans.ts";
import { type Ran, type RunChanges, run, types } from "./run-helper.ts";

const started: number[] = [];

afterEach(() => {
  for (const pid of started.splice(0)) if (isRunning(pid)) process.kill(pid, "SIGKILL");
});

/** Runs a script that prints `pid N` for each of its processes and then `ready`; the stop comes with that. */
async function runUntilReady(script: string, end: "stop" | "time-out", changes: RunChanges = {}): Promise<Ran> {
  const abort = new AbortController();
  let fire = (): void => undefined;
  // The time-out is a timer like any other: the test lets it go off when the script is ready, instead of waiting.
  const timer = (milliseconds: number, call: () => void): (() => void) => {
    if (milliseconds === 77_000) {
      fire = call;
      return () => undefined;
    }
    const timeout = setTimeout(call, milliseconds);
    return () => clearTimeout(timeout);
  };
  let seen = "";
  const ran = await run([step("one", [command(script, { timeoutMs: 77_000 })]), step("two", ["echo never"])], {
    signal: abort.signal,
    onOutput(_, __, text) {
      seen += text;
      if (!seen.includes("ready")) return;
      if (end === "stop") abort.abort();
      else fire();
    },
    ...changes,
    deps: { timer, ...changes.deps },
  });
  for (const [, pid] of seen.matchAll(/pid (\d+)/g)) started.push(Number(pid));
  expect(started.length).toBeGreaterThan(0);
  expect(seen).not.toContain("never");
  return ran;
}

function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2));
  } catch {
    return false;
  }
}

function commandEnd(ran: Ran): RunEventOf<"command.end"> {
  const end = ran.events.find((event) => event.type === "command.end");
  if (end?.type !== "command.end") throw new Error("The command has no end.");
  return end;
}

const SCRIPTS = {
  "a command that obeys": "echo pid $$; echo ready; sleep 1000",
  "a child that ignores TERM": `bash -c 'trap "" TERM; echo pid $$; echo ready; while :; do sleep 1000; done'; echo after`,
  "a pipe": "echo pid $$; sleep 1000 | { echo pid $BASHPID; cat; } & echo pid $!; echo ready; wait",
  "a background child": "sleep 1000 & echo pid $!; echo pid $$; echo ready; sleep 1000",
  "a child with its output elsewhere": "sleep 1000 >/dev/null 2>&1 & echo pid $!; echo pid $$; echo ready; wait",
};

describe.runIf(process.platform === "linux")("time-out and stop end the whole tree", () => {
  it.each(Object.entries(SCRIPTS))("time-out: %s", async (_, script) => {
    const ran = await runUntilReady(script, "time-out");
    expect(ran).toMatchObject({ status: "failed", exitCode: 1 });
    expect(ran.message).toContain("timed out and was ended");
    expect(commandEnd(ran)).toMatchObject({ ok: false, timedOut: true });
    expect(commandEnd(ran).survivors).toBeUndefined();
    expect(started.filter(isRunning)).toEqual([]);
  });

  it.each(Object.entries(SCRIPTS))("stop: %s", async (_, script) => {
    const ran = await runUntilReady(script, "stop");
    expect(ran).toMatchObject({ status: "stopped", exitCode: 5 });
    expect(types(ran.events).slice(-2)).toEqual(["step.end stopped", "run.end stopped"]);
    expect(started.filter(isRunning)).toEqual([]);
  });

  it("names a child that left the group and may survive", async () => {
    const ran = await runUntilReady("setsid bash -c 'echo pid $$; echo ready; exec sleep 1000' & wait", "stop");
    const [child] = started;
    expect(commandEnd(ran).survivors).toBe(`A process left the command's group and still runs: pid ${child}.`);
  });

  it("ends an obeying command at once, not after the grace period", async () => {
    // With this grace the test itself would time out if it were waited for.
    await runUntilReady(SCRIPTS["a command that obeys"], "stop", { deps: { graceMs: 600_000 } });
    expect(started.filter(isRunning)).toEqual([]);
  });

  it("does not wait for a child that holds the output open, lets it live and says so", async () => {
    const ran = await run([step("one", ["sleep 1000 & echo pid $!"]), step("two", ["echo on"])]);
    const pid = Number(/pid (\d+)/.exec(ran.stdout)?.[1]);
    started.push(pid);
    expect(ran).toMatchObject({ status: "done" });
    expect(ran.stdout).toContain("on\n");
    expect(isRunning(pid)).toBe(true);
    expect(commandEnd(ran).survivors).toContain("left a process running that holds its output open");
  });

  it("says that a command left something in the background", async () => {
    const ran = await run([step("one", ["sleep 1000 >/dev/null 2>&1 & echo pid $!"])]);
    started.push(Number(/pid (\d+)/.exec(ran.stdout)?.[1]));
    expect(commandEnd(ran).survivors).toContain("left processes running in the background");
  });
});

describe("what a command gets and gives", () => {
  it("has no standard input: it can't wait for an answer that nobody sees", async () => {
    expect(await run([step("one", ["cat; read line || echo none"])])).toMatchObject({
      status: "done",
      stdout: "none\n",
    });
  });

  it("keeps a megabyte of output whole, in order", async () => {
    const ran = await run([step("one", ["seq 1 150000"])]);
    const lines = ran.stdout.split("\n");
    expect([lines.length, lines[0], lines.at(-2)]).toEqual([150_001, "1", "150000"]);
    expect(commandEnd(ran).stdout).toEqual({ from: 0, to: ran.stdout.length });
  });

  it("joins characters that are split over two writes", async () => {
    const ran = await run([step("one", ["printf '\\xe2'; printf '\\x82'; printf '\\xac\\n'"])]);
    expect(ran.stdout).toBe("€\n");
  });

  it("says which signal ended a command", async () => {
    const ran = await run([step("one", ["kill -KILL $$"])]);
    expect(ran.message).toContain("its command was ended by SIGKILL");
    expect(commandEnd(ran)).toMatchObject({ signal: "SIGKILL", timedOut: false });
  });

  it.each([
    ["sh", 'echo "$0 $RUNBOOK_STEP"', "sh one\n"],
    ["bash", '[[ $RUNBOOK_STEP == o* ]] && echo "bash"', "bash\n"],
    ["python", "import os; print(os.environ['RUNBOOK_STEP'])", "one\n"],
    ["node", "console.log(process.env.RUNBOOK_STEP)", "one\n"],
  ])("runs %s", async (language, script, stdout) => {
    expect(await run([step("one", [command(script, { language })])])).toMatchObject({ stdout, stderr: "" });
  });

  it("gives the line of an error as it stands in the block", async () => {
    const ran = await run([step("one", ["true\ntrue\nno-such-command\nexit 9"])]);
    expect(ran.stderr).toContain("line 3: no-such-command: command not found");
    expect(commandEnd(ran).exitCode).toBe(9);
    const sh = await run([step("one", [command("true\ntrue\nno-such-command", { language: "sh" })])]);
    expect(sh.stderr).toMatch(/: (?:line )?3: .*no-such-command/);
  });

  it("fails on a script that can't be parsed", async () => {
    for (const language of ["sh", "bash"]) {
      const ran = await run([step("one", [command("if true; then", { language })])]);
      expect(ran.status).toBe("failed");
      expect(ran.stderr).toMatch(/[Ss]yntax error|unexpected/);
    }
  });
});
