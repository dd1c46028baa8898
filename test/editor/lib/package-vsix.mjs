import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { cleanEnvironment } from "./environment.mjs";
import { repository, serverNode } from "./places.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * Packages the extension as it is published, when the caller has no package at hand.
 *
 * @param {string} extension
 * @param {string} folder where the package goes
 * @returns {string} its path
 */
export function packageVsix(extension, folder) {
  const file = path.join(folder, "extension.vsix");
  const vsce = resolveVsce();
  const args = [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--skip-license", "--out", file];
  // The server's Node.js: vsce wants 22, and the one that runs us may be 20.
  const result = spawnSync(serverNode, args, { cwd: extension, encoding: "utf8", env: cleanEnvironment() });
  if (result.status === 0) return file;
  throw new SetupError({
    what: `vsce could not package ${extension}`,
    why: `${result.stdout}${result.stderr}`.trim(),
    mend: "mend that, or name a package: --vsix FILE",
  });
}

function resolveVsce() {
  try {
    return createRequire(path.join(repository, "package.json")).resolve("@vscode/vsce/vsce");
  } catch (error) {
    throw new SetupError({
      what: "no @vscode/vsce to package the extension with",
      why: error.message,
      mend: "npm ci in the repository's root, or name a package: --vsix FILE",
    });
  }
}
