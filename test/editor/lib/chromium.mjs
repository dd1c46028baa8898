import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { SetupError } from "./setup-error.mjs";

/** Debian's packages, cheapest first: the headless shell is a third of the whole browser and starts faster. */
const packages = ["chromium-headless-shell", "chromium"];

/**
 * The Chromium to drive: `CHROMIUM`, or the first of Debian's that is installed.
 *
 * @returns {string | undefined} an absolute path
 */
export function findChromium() {
  return process.env["CHROMIUM"] ?? packages.map((name) => `/usr/bin/${name}`).find((file) => existsSync(file));
}

/**
 * Finds Chromium, and installs Debian's when there is none and we may.
 *
 * @param {{ allowed: boolean, say: (text: string) => void }} options
 * @returns {string} an absolute path
 * @throws {SetupError} when there is none and it can't be installed
 */
export function ensureChromium({ allowed, say }) {
  const found = findChromium();
  if (found !== undefined && existsSync(found)) return found;
  const reason = whyNotInstall(found, allowed);
  if (reason === undefined) {
    for (const name of packages) {
      say(`installing Debian's ${name}`);
      // The lists of a fresh machine are empty or old: without them apt finds no package, or one that is gone.
      if (apt(["update"]) && apt(["install", "--yes", "--no-install-recommends", name, "fonts-dejavu-core"])) {
        const installed = findChromium();
        if (installed !== undefined) return installed;
      }
    }
  }
  throw new SetupError({
    what: "no Chromium to open the editor in",
    why: reason ?? "apt-get could not install it; what it said is above",
    mend: `install one (as root: apt-get update && apt-get install ${packages[0]}), or name one: CHROMIUM=/path/to/chromium`,
  });
}

function whyNotInstall(named, allowed) {
  if (named !== undefined) return `CHROMIUM names ${named}, which does not exist`;
  if (!allowed)
    return "--no-install was given, and neither /usr/bin/chromium-headless-shell nor /usr/bin/chromium exists";
  if (process.getuid?.() !== 0) return "only root may install packages, and this is another user";
  if (spawnSync("apt-get", ["--version"]).status !== 0) return "this is no Debian: there is no apt-get";
  return undefined;
}

function apt(args) {
  const result = spawnSync("apt-get", ["-q", ...args], {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (result.status === 0) return true;
  process.stderr.write(`apt-get ${args.join(" ")}:\n${result.stdout}${result.stderr}\n`);
  return false;
}
