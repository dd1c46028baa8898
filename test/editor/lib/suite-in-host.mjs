import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { openEditor } from "./editor.mjs";
import { suiteLimit } from "./mocha-limits.cjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

/**
 * Runs a suite inside the real extension host.
 *
 * Only what the suite itself wrote into its events file counts: VS Code reports the end of the tests with code 0 after
 * a crash of the host, too.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {{ extension: string, tests: string }} options.develop `tests`: the suite's entry, with the contract of
 *   @vscode/test-electron
 * @param {string} options.folder   the workspace
 * @param {string} options.chromium
 * @param {ReturnType<import("./report.mjs").createReport>} options.report
 */
export async function runSuiteInHost({ name, develop, folder, chromium, report }) {
  const events = makeTemporaryFolder("events");
  const file = path.join(events.path, "events.jsonl");
  let editor;
  try {
    const environment = { EDITOR_TEST_EVENTS: file };
    editor = await openEditor({ name, develop, folder, chromium, environment });
    report.say(`  (server after ${seconds(editor.times.server)}, page after ${seconds(editor.times.page)})`);
    const reader = createEventReader(file);
    const takeNew = async () => {
      for (const event of reader.next()) {
        report.take(event);
        // At once: a moment later the picture shows the next test.
        if (event.type === "fail") await editor.workbench.screenshot(`failed-${name}-${report.totals.failed}`);
      }
    };
    const code = await followUntilEnd(editor.ended, takeNew);
    await takeNew();
    if (!reader.ended()) fail(report, name, `the extension host ended (code ${code}) before its tests did: it crashed`);
    else if (reader.count() === 0) fail(report, name, "the suite ran no test");
  } catch (error) {
    await editor?.workbench.screenshot(`failed-${name}`).catch(() => undefined);
    fail(report, name, error.stack);
  } finally {
    await editor?.close();
    events.remove();
  }
}

async function followUntilEnd(ended, takeNew) {
  const deadline = Date.now() + suiteLimit;
  const tick = Symbol("tick");
  for (;;) {
    const outcome = await Promise.race([ended, delay(250, tick)]);
    if (outcome !== tick) return outcome;
    await takeNew();
    if (Date.now() > deadline) throw new Error(`no end after ${suiteLimit / 1000} s`);
  }
}

/** Reads whole lines as they come; a line that is still being written waits for the next time. */
function createEventReader(file) {
  let taken = 0;
  let tests = 0;
  let end = false;
  return {
    next() {
      if (!existsSync(file)) return [];
      const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
      const fresh = lines.slice(taken).map((line) => JSON.parse(line));
      taken = lines.length;
      tests += fresh.filter((event) => event.type !== "end").length;
      end ||= fresh.some((event) => event.type === "end");
      return fresh;
    },
    count: () => tests,
    ended: () => end,
  };
}

function fail(report, name, error) {
  report.take({ type: "fail", title: name, milliseconds: 0, error });
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
