import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject, onTestFinished } from "vitest";

/** How the command ended, and what it said; the duration in a summary is replaced by 0.00 s. */
export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run of the command is given besides its arguments. */
export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command, with no colour settings and no terminal. */
export function runbook(args: readonly string[], { cwd, stdin, env }: RunOptions): Promise<Result> {
  const { NO_COLOR: _, FORCE_COLOR: __, RUNBOOK_DEBUG: ___, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inject("cliPath"), ...args], { cwd, env: { ...inherited, ...env } });
    const chunks: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
    child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const text = (name: "stdout" | "stderr"): string =>
        Buffer.concat(chunks[name])
          .toString("utf8")
          .replace(/ in \d+(?:\.\d+)? s\./, " in 0.00 s.");
      resolve({ code, stdout: text("stdout"), stderr: text("stderr") });
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(stdin ?? "");
  });
}

/** Makes a folder with files for one test. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "runbook-project-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A configuration under which only these rules report, so that a test does not depend on all the others. */
export function onlyRules(rules: Readonly<Record<string, string>>): string {
  const groups = { document: "off", postmortem: "off", runbook: "off", step: "off", suppression: "off" };
  return JSON.stringify({ rules: { ...groups, ...rules } });
}
