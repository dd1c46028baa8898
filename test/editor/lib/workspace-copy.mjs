import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { overlayFolder } from "./places.mjs";
import { SetupError } from "./setup-error.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

/**
 * Copies the samples into a temporary folder and lays the tests' own files over them, so that a run that edits, fixes
 * and records leaves the repository as it was.
 *
 * @param {string} samples the folder to copy
 * @returns {{ path: string, remove: () => void }}
 */
export function copyWorkspace(samples) {
  if (!existsSync(samples) || readdirSync(samples).length === 0) {
    throw new SetupError({
      what: `no samples in ${samples}`,
      why: "the suites open a copy of them",
      mend: "check out the repository whole, or name others: --samples DIR",
    });
  }
  const copy = makeTemporaryFolder("workspace");
  // A developer may have run a sample in place; those records are not ours.
  const wanted = (source) => path.basename(source) !== ".runbook";
  cpSync(samples, copy.path, { recursive: true, filter: wanted });
  cpSync(overlayFolder, copy.path, { recursive: true });
  // A project is the folder that a repository begins in; that is where the records of runs go.
  mkdirSync(path.join(copy.path, ".git"));
  return copy;
}
