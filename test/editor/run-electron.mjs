// Runs the host suite in a VS Code that is downloaded: `node test/editor/run-electron.mjs [VERSION]`.
//
// The same entry and tests as `run.mjs --suite host`, through @vscode/test-electron, on every system that VS Code runs
// on (Linux without a display: xvfb-run -a node …). It needs update.code.visualstudio.com; where only the npm registry
// is reachable it has never been run, so trust `run.mjs` more.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { endOnSignals } from "./lib/cleanup.mjs";
import { cleanEnvironment } from "./lib/environment.mjs";
import { readBuiltManifest } from "./lib/extension-folder.mjs";
import { installModules } from "./lib/install.mjs";
import { editorFolder, repository } from "./lib/places.mjs";
import { createReport } from "./lib/report.mjs";
import { SetupError } from "./lib/setup-error.mjs";
import { makeTemporaryFolder } from "./lib/temporary-folder.mjs";
import { copyWorkspace } from "./lib/workspace-copy.mjs";

/** @vscode/test-electron is optional in package.json: npm leaves it out on a Node.js below 22, which it does not run on. */
function testElectron() {
  try {
    return createRequire(import.meta.url)("@vscode/test-electron");
  } catch (error) {
    throw new SetupError({
      what: "@vscode/test-electron is not installed",
      why: error.message,
      mend: `with Node.js 22 or newer: npm ci in ${editorFolder}`,
    });
  }
}

async function main(version = "stable") {
  const report = createReport(console.log);
  installModules({ allowed: true, say: report.say });
  const { runTests } = testElectron();
  readBuiltManifest(repository);
  const workspace = copyWorkspace(path.join(repository, "samples"));
  const folder = makeTemporaryFolder("electron");
  const events = path.join(folder.path, "events.jsonl");
  const profile = path.join(folder.path, "profile");
  mkdirSync(profile);
  // runTests hands its own environment down.
  const clean = cleanEnvironment();
  for (const name of Object.keys(process.env)) if (!(name in clean)) delete process.env[name];
  try {
    await runTests({
      version,
      extensionDevelopmentPath: repository,
      extensionTestsPath: path.join(editorFolder, "suite/host.cjs"),
      extensionTestsEnv: { EDITOR_TEST_EVENTS: events },
      launchArgs: [workspace.path, "--disable-workspace-trust", "--disable-extensions", "--user-data-dir", profile],
    }).catch((error) => report.say(error.message)); // a failed test; the events say which
    const lines = readFileSync(events, "utf8").trim().split("\n");
    const taken = lines.map((line) => JSON.parse(line));
    for (const event of taken) report.take(event);
    if (taken.at(-1)?.type !== "end") {
      report.take({ type: "fail", title: "host", milliseconds: 0, error: "VS Code ended before its tests did" });
    }
  } finally {
    folder.remove();
    workspace.remove();
  }
  report.close();
  return report.totals.failed === 0 && report.totals.passed > 0 ? 0 : 1;
}

endOnSignals();
try {
  process.exit(await main(process.argv[2]));
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(2);
}
