"use strict";
// What the suites take for granted about the extension: names, and nothing else. A rename in the product ends here.

const { existsSync, readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");

exports.extensionId = "incident-runbooks.incident-runbooks";

exports.commands = {
  runChecklist: "runbook.runChecklist",
  runStep: "runbook.runStep",
  showRunRecord: "runbook.showRunRecord",
};

/** How the titles of our CodeLenses begin: as the provider gives them, and as they are painted (an icon is no text). */
exports.lenses = { checklist: "$(play) Run checklist", step: "$(play) Run step" };
exports.paintedLenses = { checklist: "Run checklist", step: "Run step" };

/** `Diagnostic.source` of our findings. */
exports.source = "runbook";

/** The rule that the careless postmortem breaks, whose message lists the sections that are missing. */
exports.missingSection = "DOC003";

/** What tells the person that a run came to a good end. */
exports.finished = /checklist done: 3 of 3 steps/i;

/** Whether an event of a run's record is its last one. */
exports.isEndOfRun = (event) => event.type === "run.end";

/** The runbook that the tests bring along, relative to the workspace: what it has, asks for, and writes. */
exports.ownRunbook = {
  file: "runbooks/greet-the-guest.md",
  checklists: 2,
  steps: 4,
  asks: /guest/i,
  writes: "welcome.txt",
};

/** A README beside runbooks. */
exports.readme = "runbooks/README.md";

/** The sample with findings, and the one without any. */
exports.carelessPostmortem = "postmortems/message-delivery-outage-careless.md";
exports.cleanPostmortem = "postmortems/2026-03-14-message-delivery-outage.md";

/**
 * The records of all runs in a workspace, oldest first.
 *
 * @param {string} workspace
 * @returns {{ folder: string, events: Record<string, unknown>[] }[]} only whole lines are events
 */
exports.runRecords = (workspace) => {
  const runs = path.join(workspace, ".runbook/runs");
  if (!existsSync(runs)) return [];
  const folders = readdirSync(runs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map((entry) => path.join(runs, entry.name))
    .filter((folder) => existsSync(path.join(folder, "events.jsonl")))
    .sort()
    .map((folder) => {
      const lines = readFileSync(path.join(folder, "events.jsonl"), "utf8").split("\n").slice(0, -1);
      return { folder, events: lines.map((line) => JSON.parse(line)) };
    });
};
