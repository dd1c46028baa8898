import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./setup-error.mjs";

/**
 * Reads an extension's manifest and makes sure that what it names was built.
 *
 * @param {string} folder
 * @returns {Record<string, unknown>} the manifest
 * @throws {SetupError} without a manifest or a bundle
 */
export function readBuiltManifest(folder) {
  const file = path.join(folder, "package.json");
  if (!existsSync(file)) {
    throw new SetupError({
      what: `no extension in ${folder}`,
      why: "it has no package.json",
      mend: "check --extension",
    });
  }
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  for (const field of ["main", "browser"]) {
    const bundle = manifest[field];
    if (typeof bundle === "string" && !existsSync(path.join(folder, bundle))) {
      throw new SetupError({
        what: `the extension is not built: ${path.join(folder, bundle)} is missing`,
        why: `package.json names it as "${field}", and the editor loads that`,
        mend: `cd ${folder} && npm run build`,
      });
    }
  }
  return manifest;
}

/**
 * Puts the extension under development where a server looks for installed ones, without packaging it.
 *
 * @param {string} from
 * @param {string} extensions the server's folder of extensions
 */
export function installFolder(from, extensions) {
  const { publisher, name, version } = readBuiltManifest(from);
  mkdirSync(extensions, { recursive: true });
  // One link to the whole. Links inside a real folder would give the code another path than the extension has, and the
  // extension host then takes every call of its API for a stranger's.
  symlinkSync(from, path.join(extensions, `${publisher}.${name}-${version}`));
}
