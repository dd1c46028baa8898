import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./setup-error.mjs";

/**
 * Runs npm in a folder without any install script, and shows what it says only when it fails.
 *
 * @param {string} folder
 * @param {string[]} args
 */
export function npm(folder, args) {
  const result = spawnSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    encoding: "utf8",
    env: ownEnvironment(),
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  throw new SetupError({
    what: `npm ${args.join(" ")} failed in ${folder}`,
    why: (result.error?.message ?? `${result.stdout}${result.stderr}`).trim(),
    mend: "check that npm is on the path and reaches its registry, then run again",
  });
}

/** Without what an npm script around us would tell this npm about its own package; registry settings stay. */
function ownEnvironment() {
  const foreign = /^(npm_(package|lifecycle|command|execpath|config_(local_prefix|prefix|global))|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * Installs a folder once: does nothing as long as its lock file, and `recipe`, are what they were the last time.
 *
 * The stamp lies inside `node_modules`, so that deleting that folder is all it takes to start again.
 *
 * @param {{ folder: string, recipe?: string, install: () => void, allowed: boolean, say: (text: string) => void }} options
 *   `recipe`: text that describes what else `install` does, for when that changes
 */
export function installOnce({ folder, recipe = "", install, allowed, say }) {
  const stamp = path.join(folder, "node_modules/.editor-test-stamp");
  const lock = readFileSync(path.join(folder, "package-lock.json"), "utf8");
  const wanted = createHash("sha256").update(lock).update(recipe).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!allowed) {
    throw new SetupError({
      what: `the packages of ${folder} are not installed, or not in the locked versions`,
      why: "--no-install was given",
      mend: "run once without --no-install",
    });
  }
  const start = Date.now();
  say(`installing ${folder}`);
  rmSync(stamp, { force: true });
  install();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  say(`installed in ${((Date.now() - start) / 1000).toFixed(0)} s`);
}
