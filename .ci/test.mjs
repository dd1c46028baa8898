// Runs every check of the project and prints one closing line: `N passed, N failed`.
//   npm test                     everything
//   npm test -- lint unit        only the stages named (see STAGES)
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

const root = path.dirname(import.meta.dirname);
process.chdir(root);
const bin = (name) => path.join("node_modules", ".bin", name);

/** A stage is a static check (one pass or one failure) or a suite that counts its own tests. */
const STAGES = {
  build: { command: ["node", "esbuild.mjs"] },
  generated: { command: ["npm", "run", "--silent", "generate:check"] },
  lint: { command: [bin("biome"), "ci", "--colors=off", "--error-on-warnings", "."] },
  "types-core": { command: [bin("tsc"), "-p", "server/src/core"] },
  "types-server": { command: [bin("tsc"), "-p", "server"] },
  "types-client": { command: [bin("tsc"), "-p", "client"] },
  "types-test": { command: [bin("tsc"), "-p", "test"] },
  "dead-code": { command: [bin("knip")] },
  unit: { suite: "unit" },
  engine: { suite: "engine" },
  corpus: { suite: "corpus" },
  protocol: { suite: "protocol" },
  command: { suite: "command" },
  parity: { suite: "parity" },
  package: { suite: "package" },
  editor: { command: ["node", "test/editor/run.mjs"], counts: /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m },
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in STAGES));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(", ")}. There are: ${Object.keys(STAGES).join(", ")}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const [name, stage] of Object.entries(STAGES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const started = Date.now();
  const counts = stage.suite ? await runSuite(stage.suite) : await runCommand(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) failures.push(name);
  const mark = counts.failed > 0 ? "✗" : "✓";
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  console.log(`${mark} ${name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`);
  // Every later stage works on the bundles.
  if (name === "build" && counts.failed > 0) break;
}

if (failures.length > 0)
  console.log(`\nFailed: ${failures.join(", ")}. Run one alone with: npm test -- ${failures[0]}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Runs a static check, or a command that prints its own counts. Its output is shown when it fails. */
async function runCommand({ command, counts }) {
  const { code, output } = await execute(command, counts !== undefined);
  if (counts === undefined) {
    if (code !== 0) console.log(output);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  }
  const found = counts.exec(output);
  if (!found) return { passed: 0, failed: 1, skipped: 0 };
  const [passed, failed, skipped] = found.slice(1).map((text) => Number(text ?? 0));
  // An exit code that disagrees with the counts means that something broke outside the tests.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

/** Runs one vitest project and reads its counts from the JSON report, never from the screen. */
async function runSuite(project) {
  const report = path.join(tmpdir(), `runbook-test-${process.pid}-${project}.json`);
  const { code } = await execute(
    [
      bin("vitest"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    true,
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, "utf8"));
  rmSync(report);
  const failed = result.numFailedTests + (result.numFailedTestSuites > 0 && result.numFailedTests === 0 ? 1 : 0);
  const nothing = result.numPassedTests === 0;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && (code !== 0 || nothing) ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function execute([file, ...args], live) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, FORCE_COLOR: "0" } });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        chunks.push(chunk);
        if (live) process.stdout.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${file} could not be started: ${error.message}` }));
    child.on("close", (code) => resolve({ code, output: Buffer.concat(chunks).toString("utf8") }));
  });
}
