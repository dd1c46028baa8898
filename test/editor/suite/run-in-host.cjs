"use strict";

const { appendFileSync } = require("node:fs");
const mochaModule = require("mocha");
const { MochaEvents } = require("../lib/mocha-events.cjs");
const { testLimit } = require("../lib/mocha-limits.cjs");

// mocha 12 is an ES module: what `require` gives is its namespace.
const Mocha = mochaModule.default ?? mochaModule;

/**
 * Runs test files with mocha, inside the extension host.
 *
 * @param {string[]} files absolute
 * @returns {Promise<void>} rejects when a test failed: the contract of @vscode/test-electron
 */
exports.runInHost = (files) => {
  const mocha = new Mocha({ ui: "bdd", timeout: testLimit, reporter: MochaEvents, reporterOptions: { emit } });
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
};

/** One line an event, written before the next test starts: whoever follows the file knows how far we came. */
function emit(event) {
  const file = process.env["EDITOR_TEST_EVENTS"];
  if (file === undefined)
    throw new Error("EDITOR_TEST_EVENTS is not set: start the suite with run.mjs or run-electron.mjs");
  appendFileSync(file, `${JSON.stringify(event)}\n`);
}
