import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { nodeDependencies } from "../dependencies.ts";
import { findExecutable } from "./find-executable.ts";
import { findInterpreter } from "./interpreter.ts";

async function binFolder(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "runbook-bin-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of names) {
    await writeFile(join(folder, name), "");
    await chmod(join(folder, name), 0o755);
  }
  return folder;
}

const PATHS = { state: "/private/state", script: "/private/step.ps1", hidden: [] };

it("hands a script to PowerShell as a file, without profile and questions", async () => {
  const bin = await binFolder("pwsh");
  const found = await findInterpreter("powershell", nodeDependencies({ env: { PATH: bin } }));
  expect(found?.file).toBe(join(bin, "pwsh"));
  expect(found?.args("Get-Item", PATHS)).toEqual(["-NoProfile", "-NonInteractive", "-File", "/private/step.ps1"]);
  expect(found?.scriptFile?.("Get-Item")).toEqual({ name: "step.ps1", content: "\uFEFFGet-Item\n" });
});

it("prefers pwsh to the old PowerShell and python3 to python", async () => {
  const env = { PATH: await binFolder("powershell", "pwsh", "python", "python3") };
  expect((await findInterpreter("powershell", nodeDependencies({ env })))?.file).toMatch(/pwsh$/);
  expect((await findInterpreter("python", nodeDependencies({ env })))?.file).toMatch(/python3$/);
});

it("falls back to the program's own Node", async () => {
  const found = await findInterpreter("node", nodeDependencies({ env: { PATH: "" }, nodePath: "/code/electron" }));
  expect(found).toMatchObject({ file: "/code/electron", env: { ELECTRON_RUN_AS_NODE: "1" } });
});

it("finds no program by a relative entry of the PATH, no folder, and nothing that may not be run", async () => {
  const bin = await binFolder("fine");
  await mkdir(join(bin, "folder"));
  await writeFile(join(bin, "plain"), "", { mode: 0o644 });
  expect(await findExecutable("fine", { PATH: `.:relative:${bin}` }, "linux")).toBe(join(bin, "fine"));
  for (const name of ["folder", "plain", "absent"]) {
    expect(await findExecutable(name, { PATH: bin }, "linux")).toBeUndefined();
  }
  expect(await findExecutable("package.json", { PATH: "." }, "linux")).toBeUndefined();
});

it("has cmd only on Windows", async () => {
  const env = { PATH: await binFolder("cmd") };
  expect(await findInterpreter("cmd", nodeDependencies({ env, platform: "linux" }))).toBeUndefined();
});
