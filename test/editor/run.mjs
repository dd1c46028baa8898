// Runs the extension's tests in a real VS Code: `node test/editor/run.mjs --help`.
//
// Exit code: 0 every test passed, 1 one failed, 2 it could not be set up, 130 interrupted.
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { endOnSignals } from "./lib/cleanup.mjs";
import { readBuiltManifest } from "./lib/extension-folder.mjs";
import { installAll } from "./lib/install.mjs";
import { readOptions, usage } from "./lib/options.mjs";
import { editorFolder, screenshotsFolder } from "./lib/places.mjs";
import { createReport } from "./lib/report.mjs";
import { SetupError } from "./lib/setup-error.mjs";

/** The suites, in the order in which they run. What they import is installed first, hence the dynamic imports. */
const suites = {
  async host({ extension, samples, chromium, report }) {
    const { runSuiteInHost } = await import("./lib/suite-in-host.mjs");
    const { copyWorkspace } = await import("./lib/workspace-copy.mjs");
    const workspace = copyWorkspace(samples);
    try {
      const develop = { extension, tests: path.join(editorFolder, "suite/host.cjs") };
      await runSuiteInHost({ name: "host", develop, folder: workspace.path, chromium, report });
    } finally {
      workspace.remove();
    }
  },
  async interface(context) {
    const { interfaceSuite } = await import("./suite/interface.mjs");
    await outside("interface", interfaceSuite, context);
  },
  async restricted(context) {
    const { restrictedSuite } = await import("./suite/restricted.mjs");
    await outside("restricted", restrictedSuite, context);
  },
  async web(context) {
    const { webSuite } = await import("./suite/web.mjs");
    await outside("web", webSuite, context);
  },
  async vsix(context) {
    const { vsixSuite } = await import("./suite/vsix.mjs");
    await outside("vsix", vsixSuite, context);
  },
};

async function outside(name, define, { report, ...options }) {
  const { runSuiteOutside } = await import("./lib/suite-outside.mjs");
  await runSuiteOutside({ name, define, report, context: { ...options, say: report.say } });
}

async function main(interrupted) {
  const {
    install,
    installOnly,
    help,
    suites: wanted,
    ...options
  } = readOptions(process.argv.slice(2), Object.keys(suites));
  if (help) {
    console.log(usage);
    return 0;
  }
  const report = createReport((line) => interrupted.aborted || console.log(line));
  const { chromium } = installAll({ allowed: install, say: report.say });
  if (installOnly) return 0;
  // A package that is given needs no build; everything else does.
  if (options.vsix === undefined || wanted.some((name) => name !== "vsix")) readBuiltManifest(options.extension);
  for (const name of wanted) {
    const start = Date.now();
    report.say(`${name}:`);
    forgetFailures(name);
    await suites[name]({ ...options, chromium, report });
    report.say(`  (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }
  report.close();
  return report.totals.failed === 0 && report.totals.passed > 0 ? 0 : 1;
}

/** An old picture of a failure must not be taken for a new one. Other suites' stay: they may be running right now. */
function forgetFailures(name) {
  const names = existsSync(screenshotsFolder) ? readdirSync(screenshotsFolder) : [];
  for (const old of names.filter((one) => one.startsWith(`failed-${name}`))) rmSync(path.join(screenshotsFolder, old));
}

const interrupted = endOnSignals();
try {
  const code = await main(interrupted);
  // Ends the process even when a dying browser still holds a handle.
  if (!interrupted.aborted) process.exit(code);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(2);
}
