import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the built server, as VS Code starts it. */
    serverPath: string;
    /** Path of the server for a web worker. */
    workerPath: string;
  }
}

const root = path.join(import.meta.dirname, "..", "..", "..");

/** Builds the server once for all protocol tests, into a folder of its own: `dist/` may be older, or in use. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "runbook-server-"));
  const common: BuildOptions = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    keepNames: true,
    logLevel: "warning",
  };
  await build({
    ...common,
    entryPoints: { "server.node": "server/src/main/node.ts" },
    format: "cjs",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
  });
  await build({
    ...common,
    entryPoints: { "server.browser": "server/src/main/browser.ts" },
    format: "iife",
    platform: "browser",
    target: "es2023",
    mainFields: ["browser", "module", "main"],
    conditions: ["worker", "module"],
  });
  project.provide("serverPath", path.join(folder, "server.node.js"));
  project.provide("workerPath", path.join(folder, "server.browser.js"));
  return () => rm(folder, { recursive: true, force: true });
}
