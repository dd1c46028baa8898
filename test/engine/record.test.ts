import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it, onTestFinished } from "vitest";
import { createRecordFiles, type RecordFiles } from "../../server/src/engine/record/record-files.ts";
import { findRun, listRuns } from "../../server/src/engine/record/record-reader.ts";
import { command, step } from "./plans.ts";
import { filesBelow, project, recordOf, run } from "./run-helper.ts";

describe("a record", () => {
  it("is found by latest, by its six characters, and by its folder", async () => {
    const { file, root } = await project();
    let clock = Date.parse("2026-03-04T05:06:07.890Z");
    const deps = { now: () => (clock += 1_000) };
    const first = await run([step("one", ["true"])], { file, deps });
    clock += 60_000;
    const last = await run([step("one", ["true"])], { file, deps });
    expect((await listRuns(root)).map(({ folder }) => folder)).toEqual([last.recordFolder, first.recordFolder]);
    expect(first.recordFolder).toMatch(/\.runbook\/runs\/20260304T0506\d\dZ-api-[a-z0-9]{6}$/);
    expect((await findRun(root, "latest"))?.folder).toBe(last.recordFolder);
    expect((await findRun(root, (first.recordFolder ?? "").slice(-6)))?.folder).toBe(first.recordFolder);
    expect((await findRun(root, "20260304T0506"))?.folder).toBe(first.recordFolder);
    expect(await findRun(root, "nothing")).toBeUndefined();
  });

  it("keeps whole outputs out of version control and away from other users, and leaves the runbook alone", async () => {
    const { file, root } = await project();
    const ran = await run([step("one", ["echo hello"])], { file });
    expect(await readFile(join(root, ".runbook", "runs", ".gitignore"), "utf8")).toMatch(/^out\/$/m);
    expect((await stat(join(ran.recordFolder ?? "", "out"))).mode & 0o777).toBe(0o700);
    expect((await stat(join(ran.recordFolder ?? "", "out", "one.stdout"))).mode & 0o777).toBe(0o600);
    expect(await readFile(file, "utf8")).toBe("# API down\n");
  });

  it("puts no step's output outside its folder, whatever the step is called", async () => {
    const { file, root } = await project();
    await run([step("../../../evil", ["echo a"]), step("x/y", ["echo b"])], { file });
    const names = [...(await filesBelow(root)).keys()].filter((path) => /\.(?:stdout|stderr)$/.test(path));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/\.runbook\/runs\/[^/]+\/out\/[\w-]+\.stdout$/);
  });

  it("renders scripts and titles that try to break out of the page", async () => {
    const ran = await run([step("one", ["echo '```'\n# ~~~~"], { title: "</li> [x](http://evil) *now*" })]);
    const page = await readFile(join(ran.recordFolder ?? "", "run.md"), "utf8");
    expect(page).toContain("\n    ````bash\n    echo '```'\n");
    expect(page).toContain("- [x] \\</li\\> \\[x\\](http://evil) \\*now\\* (`one`): done");
  });
});

describe("the lock", () => {
  const lockOf = async (root: string): Promise<string> => {
    const runs = join(root, ".runbook", "runs");
    const name = (await readdir(runs)).find((entry) => entry.endsWith(".lock"));
    return join(runs, name ?? "");
  };

  it("refuses a second run of the same runbook and says who runs it; it is gone with the run", async () => {
    const { file, root } = await project();
    let second: ReturnType<typeof run> | undefined;
    const first = await run([step("one", ["echo one"])], {
      file,
      onEvent(event) {
        if (event.type === "step.start") second = run([step("one", ["echo two"])], { file, deps: { user: "sam" } });
      },
      onOutput: () => undefined,
      deps: { user: "kim" },
    });
    const refused = await second;
    expect(first.status).toBe("done");
    expect(refused).toMatchObject({ status: "refused", exitCode: 2, stdout: "" });
    expect(refused?.message).toContain(`is being run by kim on ${hostname()} (process ${process.pid}) since 2`);
    expect((await readdir(join(root, ".runbook", "runs"))).some((name) => name.endsWith(".lock"))).toBe(false);
  });

  it("is taken over from a dead process of this machine, never from another machine", async () => {
    const { file, root } = await project();
    const steps = [step("one", ["true"])];
    const lock = { text: "", path: "" };
    await run(steps, {
      file,
      onEvent: () => {
        const { readFileSync, readdirSync } = process.getBuiltinModule("node:fs");
        const name = readdirSync(join(root, ".runbook", "runs")).find((entry) => entry.endsWith(".lock")) ?? "";
        lock.path = join(root, ".runbook", "runs", name);
        lock.text = readFileSync(lock.path, "utf8");
      },
    });
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    await writeFile(lock.path, JSON.stringify({ ...JSON.parse(lock.text), run: "dead", pid: child.pid }));
    expect((await run(steps, { file })).status).toBe("done");

    await writeFile(lock.path, JSON.stringify({ ...JSON.parse(lock.text), host: "elsewhere", pid: child.pid }));
    expect((await run(steps, { file })).message).toContain("on elsewhere");
    expect((await run(steps, { file })).message).toContain(`delete its lock to take over: ${await lockOf(root)}`);

    // The number of a dead process was given to another one.
    const reused = { ...JSON.parse(lock.text), run: "dead", pid: process.pid, started: "another time" };
    await writeFile(await lockOf(root), JSON.stringify(reused));
    expect((await run(steps, { file })).status).toBe(process.platform === "win32" ? "refused" : "done");
    await writeFile(lock.path, "half");
    expect((await run(steps, { file })).message).toContain("delete that file");
  });

  it("holds for every name of the file", async () => {
    const { file, root } = await project();
    const link = join(root, "link.md");
    await symlink(file, link);
    let second: ReturnType<typeof run> | undefined;
    await run([step("one", ["echo one"])], {
      file,
      onEvent(event) {
        if (event.type === "step.start") second = run([step("one", ["echo two"])], { file: link });
      },
    });
    expect(await second).toMatchObject({ status: "refused", stdout: "" });
  });
});

describe("when the disk refuses", () => {
  const failing = (changes: (real: RecordFiles) => Partial<RecordFiles>): RecordFiles => {
    const real = createRecordFiles();
    return { ...real, ...changes(real) };
  };
  const refusal = (code: string): Error => Object.assign(new Error(code), { code });

  it("runs nothing where no record can be made", async () => {
    const { file, root } = await project();
    await writeFile(join(root, ".runbook"), "a file where the folder should be");
    const ran = await run([step("one", ["echo ran"])], { file });
    expect(ran).toMatchObject({ status: "refused", exitCode: 2, stdout: "", recordFolder: undefined });
    expect(ran.message).toMatch(/record can't be written to .*runs: a file stands where .*Nothing was run\.$/);
  });

  it("runs nothing on a read-only file system", async () => {
    const files = failing(() => ({ makeFolder: () => Promise.reject(refusal("EROFS")) }));
    const ran = await run([step("one", ["echo ran"])], { deps: { files } });
    expect(ran).toMatchObject({ status: "refused", exitCode: 2, stdout: "" });
    expect(ran.message).toContain("read-only");
  });

  it.each([0, 1, 2, 3, 4, 5])("starts nothing after the disk is full: %d lines fit", async (room) => {
    let lines = 0;
    const files = failing((real) => ({
      async open(path) {
        const file = await real.open(path);
        if (!path.endsWith("events.jsonl")) return file;
        return {
          ...file,
          append: (text) =>
            lines++ < room
              ? file.append(text)
              : file.append(text.slice(0, 20)).then(() => Promise.reject(refusal("ENOSPC"))),
        };
      },
    }));
    const { file, root } = await project();
    const ran = await run([step("one", ["echo ran"]), step("two", ["echo more"])], { file, deps: { files } });
    expect(ran.status).toBe(room < 2 ? "refused" : "failed");
    expect(ran.message).toContain("the disk is full");
    // Lines 0 to 3 are run.start, consent, step.start, command.start: only then may the command run.
    expect(ran.stdout).toBe(room < 4 ? "" : "ran\n");
    const [record] = await listRuns(root);
    expect(record).toMatchObject({ torn: true, problems: [] });
    expect(record?.events).toHaveLength(room);
  });

  it("ends a command whose output does not fit on the disk", async () => {
    const files = failing((real) => ({
      async open(path) {
        const file = await real.open(path);
        return path.endsWith(".stdout") ? { ...file, append: () => Promise.reject(refusal("ENOSPC")) } : file;
      },
    }));
    const ran = await run([step("one", ["yes"]), step("two", ["echo two"])], { deps: { files } });
    expect(ran).toMatchObject({ status: "failed", exitCode: 1 });
    expect(ran.message).toContain("the disk is full");
    expect((await recordOf(ran)).summary?.steps.map(({ state }) => state)).toEqual(["unknown", "open"]);
  });
});

describe("kill -9", () => {
  /** A program of its own that runs two steps, and prints each event once it is told. */
  const PROGRAM = (main: string, file: string): string => `
    import { startRun } from ${JSON.stringify(join(main, "server/src/engine/run.ts"))};
    import { plan, step } from ${JSON.stringify(join(main, "test/engine/plans.ts"))};
    const steps = [step("one", ["echo one"]), step("two", ["while :; do echo two; sleep 0.1; done"]), step("three", ["echo three"])];
    void startRun({
      plan: plan(steps), steps, file: ${JSON.stringify(file)}, mode: "auto", inputs: {}, accepted: [], face: undefined,
      consents: { has: async () => false, add: async () => undefined }, signal: new AbortController().signal,
      onEvent: (event) => process.stdout.write(event.type + " " + (event.step ?? "") + "\\n"),
    });`;

  async function killAt(moment: string) {
    const { file, root } = await project();
    await mkdir(join(root, "bundle"));
    const bundle = join(root, "bundle", "program.cjs");
    await build({
      stdin: { contents: PROGRAM(process.cwd(), file), resolveDir: process.cwd(), loader: "ts" },
      ...{
        bundle: true,
        platform: "node",
        format: "cjs",
        outfile: bundle,
        logLevel: "silent",
        mainFields: ["module", "main"],
      },
    });
    const engine = spawn(process.execPath, [bundle], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void engine.kill("SIGKILL"));
    let seen = "";
    engine.stdout.on("data", (chunk: Buffer) => {
      seen += chunk.toString();
      if (seen.includes(moment)) engine.kill("SIGKILL");
    });
    await once(engine, "close");
    // The command lives on until it writes: nobody was left to end it.
    const record = await findRun(root, "latest");
    return { record, root, file };
  }

  it.each([
    ["step.end one", { one: "done", two: ["open", "unknown"], three: "open" }],
    ["command.start two", { one: "done", two: ["unknown"], three: "open" }],
  ])("at %s leaves a record that tells what may have run", async (moment, expected) => {
    const { record, root, file } = await killAt(moment);
    expect(record?.problems).toEqual([]);
    const states = Object.fromEntries(record?.summary?.steps.map(({ id, state }) => [id, state]) ?? []);
    expect(states).toMatchObject({ one: expected.one, three: expected.three });
    expect(expected.two).toContain(states.two);
    expect(record?.summary?.end).toBeUndefined();

    // Its lock is that of a dead process: the next run takes it over.
    expect((await run([step("one", [command("true")])], { file })).status).toBe("done");
    // A machine that dies while a line is written leaves half of it.
    await appendFile(join(record?.folder ?? "", "events.jsonl"), '{"seq":99,"ti');
    const again = (await listRuns(root)).find(({ folder }) => folder === record?.folder);
    expect(again).toMatchObject({ torn: true, problems: [], events: record?.events });
    await rm(record?.folder ?? "", { recursive: true });
  });
});
