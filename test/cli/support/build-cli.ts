import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the built `runbook` command. */
    cliPath: string;
  }
}

const root = path.join(import.meta.dirname, "..", "..", "..");

/** Builds the command as it is shipped, once for all tests, into a folder of its own: `dist/` may be older, or in use. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "runbook-cli-"));
  execFileSync(process.execPath, ["esbuild.mjs", "cli", `--outdir=${folder}`], { cwd: root, stdio: "inherit" });
  project.provide("cliPath", path.join(folder, "cli.js"));
  return () => rm(folder, { recursive: true, force: true });
}
