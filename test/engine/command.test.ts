import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { filesBelow, project } from "./run-helper.ts";

const RUNBOOK = `---
kind: runbook
runbook:
  inputs:
    POD:
      description: The pod that hangs
      pattern: "[a-z0-9-]+"
    TOKEN:
      secret: true
---

# API down

## Diagnosis

- [ ] Look at it (~5s)

  \`\`\`bash {effect=read}
  echo "pod $POD"
  echo "warning" >&2
  \`\`\`

## Mitigation

- [ ] Restart it

  \`\`\`bash {name=restart effect=write}
  echo "restarting with $TOKEN"
  \`\`\`

- [ ] Wipe it

  \`\`\`bash
  rm -rf /var/lib/nothing-of-this-name/*
  \`\`\`

- [ ] Hang

  \`\`\`bash {name=hang effect=read}
  echo hanging; while :; do echo; sleep 0.1; done
  \`\`\`

- [ ] Call the owner

## Rollback

- [ ] Undo it

  \`\`\`bash {effect=write}
  echo undone
  \`\`\`
`;

let folder = "";
let cli = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "runbook-cli-"));
  cli = join(folder, "cli.js");
  await build({
    ...{ bundle: true, platform: "node", format: "cjs", logLevel: "silent", mainFields: ["module", "main"] },
    ...{ entryPoints: ["server/src/main/cli.ts"], outfile: cli },
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Project {
  readonly root: string;
  readonly file: string;
}

async function runbookProject(): Promise<Project> {
  const { root, file } = await project();
  await writeFile(file, RUNBOOK);
  return { root, file };
}

/** Starts `runbook` in the project's root, with no terminal. */
function start(root: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const state = { XDG_STATE_HOME: join(folder, "state") };
  const child = spawn(process.execPath, [cli, ...args], { cwd: root, env: { ...process.env, ...state, ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  const ended = once(child, "close").then(([code]) => ({ ...output, code }));
  return { child, output, ended };
}

async function runbook(root: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return start(root, args, env).ended;
}

describe("runbook run", () => {
  it("shows in a dry run what would run, and writes nothing", async () => {
    const { root } = await runbookProject();
    const before = [...(await filesBelow(root)).keys()];
    const ran = await runbook(root, ["run", "runbooks/api.md", "--dry-run"]);
    expect(ran).toMatchObject({ code: 0, stderr: "Not part of it: 1 rollback step (--section rollback).\n" });
    expect(ran.stdout).toContain(
      ' 1. Look at it  read · expected ~5s · --step look-at-it\n    bash\n    | echo "pod $POD"\n',
    );
    expect(ran.stdout).toContain("Wipe it  DESTROY");
    expect(ran.stdout).toContain("Call the owner  by hand");
    expect(ran.stdout).toContain("POD  The pod that hangs; must match [a-z0-9-]+");
    expect([...(await filesBelow(root)).keys()]).toEqual(before);
  });

  it("prints output on stdout, progress on stderr, and says where the record lies", async () => {
    const { root } = await runbookProject();
    const ran = await runbook(root, ["run", "runbooks/api.md", "--section", "diagnosis", "--input", "pod=api-1"]);
    expect(ran).toMatchObject({ code: 0, stdout: "    pod api-1\n" });
    expect(ran.stderr).toMatch(
      /^▸ 1\/1 Look at it {2}\(expected ~5s\)\n {4}warning\n {2}✓ done in .*\nFinished: 1 of 1 step done\.\nRecord: \.runbook\/runs\//,
    );
    expect((await runbook(root, ["runs"])).stdout).toMatch(
      /^[a-z0-9]{6} {2}\S+ {2}done in .* {2}\S+\/runbooks\/api\.md\n$/,
    );
  });

  it("takes a secret from the environment only, and shows it nowhere", async () => {
    const { root } = await runbookProject();
    const restart = ["run", "runbooks/api.md", "--step", "restart", "--yes", "write"];
    const refused = await runbook(root, [...restart, "--input", "token=hunter22"]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("Set RUNBOOK_INPUT_TOKEN in the environment");
    const ran = await runbook(root, restart, { RUNBOOK_INPUT_TOKEN: "hunter22" });
    expect(ran).toMatchObject({ code: 0, stdout: "    restarting with ***\n" });
    for (const [, content] of await filesBelow(join(root, ".runbook"))) expect(content).not.toContain("hunter22");
  });

  it.each([
    [["nowhere.md"], 2, "nowhere.md: there is no such file"],
    [["."], 2, "is a folder"],
    [["readme.md"], 2, "it is no runbook. If it is one, write `kind: runbook`"],
    [["runbooks/empty.md"], 2, "it has no steps. Write them as task items"],
    [["runbooks/api.md", "--step", "restat"], 2, 'no step "restat". Did you mean "restart"?'],
    [["runbooks/api.md", "--section", "mitigaton"], 2, 'no section "mitigaton". Did you mean "mitigation"?'],
    [["runbooks/api.md", "--section", "diagnosis", "--input", "pood=x"], 2, 'no input "pood". Did you mean POD?'],
    [["runbooks/api.md", "--section", "diagnosis", "--input", "pod"], 2, "write it as NAME=VALUE"],
    [["runbooks/api.md", "--section", "diagnosis", "--input", "pod=A B"], 2, '"A B" does not fit POD'],
    [["runbooks/api.md", "--section", "diagnosis"], 4, "No value for POD"],
    [["runbooks/api.md", "--section", "rollback"], 4, "--yes write"],
    [["runbooks/api.md", "--step", "wipe-it", "--yes", "write"], 4, "destroys data"],
    [["runbooks/api.md", "--step", "wipe-it", "--yes", "destroy"], 2, "confirmed in a terminal"],
    [["runbooks/api.md", "--step", "restart", "--yes", "everything"], 2, "name the effect"],
    [["runbooks/api.md", "--step", "call-the-owner"], 4, "done by a person"],
  ])("refuses %j with one line, and runs nothing", async (args, code, message) => {
    const { root } = await runbookProject();
    await writeFile(join(root, "readme.md"), "# Hello\n");
    await writeFile(join(root, "runbooks", "empty.md"), "# Nothing\n\nA text.\n");
    const ran = await runbook(root, ["run", ...args]);
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
    expect(await readdir(root)).not.toContain(".runbook");
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("ends everything on %s, with exit code 5", async (signal) => {
    const { root } = await runbookProject();
    const run = start(root, ["run", "runbooks/api.md", "--step", "hang"]);
    run.child.stdout.once("data", () => run.child.kill(signal));
    const ran = await run.ended;
    expect(ran.code).toBe(5);
    expect(ran.stderr).toMatch(
      /Stopping: .*\n {2}■ stopped after .*\nStopped during "Hang": 0 of 1 step done\.\nRecord: /,
    );
  });
});

describe("runbook run --dry-run", () => {
  it("has exit code 2 when a step can't run as it is written", async () => {
    const { root } = await runbookProject();
    await writeFile(join(root, "runbooks", "api.md"), RUNBOOK.replace('echo "pod $POD"', "echo '<pod-name>'"));
    const ran = await runbook(root, ["run", "runbooks/api.md", "--dry-run"]);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain("can't run:");
    expect(ran.stderr).toContain("a run would be refused");
    expect((await runbook(root, ["run", "runbooks/api.md", "--dry-run", "--section", "rollback"])).code).toBe(0);
  });
});

describe("after kill -9", () => {
  const LONG = "echo waiting $$; sleep 300 > /dev/null 2>&1";

  it.runIf(process.platform !== "win32")(
    "refuses a second run while the first one's command still runs, and leaves no secret behind",
    async () => {
      const { root, file } = await runbookProject();
      await writeFile(
        file,
        RUNBOOK.replace('echo "pod $POD"', () => LONG),
      );
      const args = ["run", "runbooks/api.md", "--step", "look-at-it", "--yes", "write"];
      const temporary = { TMPDIR: root };
      const run = start(root, args, temporary);
      run.child.stdout.on("data", () => {
        if (/waiting \d+\n/.test(run.output.stdout)) run.child.kill("SIGKILL");
      });
      // Its output stays open as long as the command runs: only the exit can be waited for.
      await once(run.child, "exit");
      const group = Number(/waiting (\d+)/.exec(run.output.stdout)?.[1]);
      onTestFinished(() => {
        try {
          process.kill(-group, "SIGKILL");
        } catch (error) {
          if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
        }
      });

      const refused = await runbook(root, args, temporary);
      expect(refused).toMatchObject({ code: 2, stdout: "" });
      expect(refused.stderr).toContain(`its command still runs as process group ${group}: nothing was run.`);
      expect((await runbook(root, ["runs", "show"])).stdout).toContain(`Still running: process group ${group}`);
      expect((await readdir(root)).filter((name) => name.startsWith("runbook-run-"))).toHaveLength(1);

      process.kill(-group, "SIGKILL");
      await writeFile(file, RUNBOOK.replace('echo "pod $POD"', "echo again"));
      expect(await runbook(root, args, temporary)).toMatchObject({ code: 0, stdout: "    again\n" });
      expect((await readdir(root)).filter((name) => name.startsWith("runbook-run-"))).toEqual([]);
      expect((await runbook(root, ["runs", "show", "latest"])).stdout).not.toContain("Still running");
    },
  );
});

describe("runbook runs", () => {
  it("goes on after a record that can't be read, and shows no control character of one", async () => {
    const { root } = await runbookProject();
    await runbook(root, ["run", "runbooks/api.md", "--section", "diagnosis", "--input", "pod=api-1"]);
    const runs = join(root, ".runbook", "runs");
    const [name] = (await readdir(runs)).filter((entry) => entry.includes("-api-"));
    const text = await readFile(join(runs, name ?? "", "events.jsonl"), "utf8");
    await mkdir(join(runs, "20200101T000000Z-empty-aaaaaa"));
    await writeFile(join(runs, "20200101T000000Z-empty-aaaaaa", "events.jsonl"), "");
    await mkdir(join(runs, "20200101T000000Z-evil-bbbbbb"));
    const evil = text.replace(/"run":"[a-z0-9]{6}"/, '"run":"\\u001b[2Jx"').replace('"POD"', '"\\u001b[31mPOD"');
    await writeFile(join(runs, "20200101T000000Z-evil-bbbbbb", "events.jsonl"), evil);
    const listed = await runbook(root, ["runs", "list"]);
    expect(listed.code).toBe(0);
    expect(listed.stdout.match(/unreadable/g)).toHaveLength(2);
    const verified = await runbook(root, ["runs", "verify"]);
    expect(verified.code).toBe(1);
    expect(verified.stdout).toContain("The record is empty");
    const shown = await runbook(root, ["runs", "show", "20200101T000000Z-evil"]);
    expect(listed.stdout + verified.stdout + shown.stdout).not.toContain("\u001b");
  });

  it("shows a run whose process was killed by kill -9, and what may have run", async () => {
    const { root } = await runbookProject();
    const run = start(root, ["run", "runbooks/api.md", "--step", "look-at-it", "--step", "hang", "--input", "POD=a"]);
    run.child.stdout.on("data", () => {
      if (run.output.stdout.includes("hanging")) run.child.kill("SIGKILL");
    });
    await run.ended;
    const shown = await runbook(root, ["runs", "show", "latest"]);
    expect(shown).toMatchObject({ code: 0, stderr: "" });
    expect(shown.stdout).toContain("The record has no end: the run was cut off, or is still going.");
    expect(shown.stdout).toMatch(/Look at it\n {4}✓ done in/);
    expect(shown.stdout).toContain("Hang\n    ? unknown: it began and no end is on record, so it may have run\n");
    expect(await runbook(root, ["runs", "verify"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("intact"),
    });
  });

  it("finds out who touched a record", async () => {
    const { root } = await runbookProject();
    await runbook(root, ["run", "runbooks/api.md", "--section", "diagnosis", "--input", "pod=api-1"]);
    const file = [...(await filesBelow(root)).keys()].find((path) => path.endsWith("events.jsonl")) ?? "";
    await writeFile(file, (await readFile(file, "utf8")).replace("api-1", "api-2"));
    const verified = await runbook(root, ["runs", "verify"]);
    expect(verified.code).toBe(1);
    expect(verified.stdout).toMatch(/Line 2 was changed after it was written\./);
    expect((await runbook(root, ["runs", "show"])).stdout).toContain("tampered with or damaged: Line 2 was changed");
  });

  it("gives programs JSON, and says when there is nothing", async () => {
    const { root } = await runbookProject();
    expect(await runbook(root, ["runs", "list"])).toMatchObject({ code: 0, stdout: "" });
    expect((await runbook(root, ["runs", "show"])).code).toBe(2);
    await runbook(root, ["run", "runbooks/api.md", "--section", "diagnosis", "--input", "pod=api-1"]);
    const listed = JSON.parse((await runbook(root, ["runs", "list", "--json"])).stdout);
    expect(listed).toMatchObject({ version: 1, runs: [{ status: "done", title: "API down" }] });
    const shown = JSON.parse((await runbook(root, ["runs", "show", listed.runs[0].run, "--json"])).stdout);
    expect(shown.events.at(-1)).toMatchObject({ type: "run.end", status: "done" });
    expect((await runbook(root, ["runs", "show", "nothing"])).stderr).toContain('no run "nothing"');
  });
});
