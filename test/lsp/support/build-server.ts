import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the built server, as VS Code starts it. */
    serverPath: string;
  }
}

const root = path.join(import.meta.dirname, "..", "..", "..");

/** Builds the server once for all protocol tests, into a folder of its own: `dist/` may be older, or in use. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "runbook-server-"));
  await build({
    absWorkingDir: root,
    entryPoints: { "server.node": "server/src/main/node.ts" },
    outdir: folder,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    keepNames: true,
    logLevel: "warning",
  });
  project.provide("serverPath", path.join(folder, "server.node.js"));
  return () => rm(folder, { recursive: true, force: true });
}
