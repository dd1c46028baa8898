"use strict";
// Helpers for tests inside the extension host, in words of VS Code's API.

const { copyFileSync } = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { carelessPostmortem, source } = require("./contract.cjs");

/** The workspace's folder on the disk. */
exports.workspaceFolder = () => vscode.workspace.workspaceFolders[0].uri.fsPath;

/**
 * Opens a file of the workspace in an editor.
 *
 * @param {string} relative
 * @returns {Promise<vscode.TextDocument>}
 */
exports.open = async (relative) => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, relative);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
};

/**
 * Our findings in a document, as they are now.
 *
 * @param {vscode.Uri} uri
 */
exports.findings = (uri) => vscode.languages.getDiagnostics(uri).filter((one) => one.source === source);

/**
 * A finding's rule: a language client makes a code with a link of it when there is an address.
 *
 * @param {vscode.Diagnostic} finding
 * @returns {string}
 */
exports.ruleOf = ({ code }) => String(typeof code === "object" ? code.value : code);

/**
 * Waits for findings in a document.
 *
 * @param {vscode.Uri} uri
 */
exports.someFindings = async (uri) => {
  const { until } = await import("../lib/until.mjs");
  return until(
    `findings in ${path.basename(uri.fsPath)}`,
    () => {
      const found = exports.findings(uri);
      return found.length > 0 && found;
    },
    { explain: () => vscode.languages.getDiagnostics(uri).map((one) => `${one.source}: ${one.message}`) },
  );
};

let copies = 0;

/**
 * Gives a document that was opened before now the time to get its findings: opens a fresh copy of the careless
 * postmortem and waits for *its* findings. "None" can only be told from "not yet" by something that comes later.
 */
exports.letFindingsCome = async () => {
  const folder = exports.workspaceFolder();
  copies += 1;
  const copy = `postmortems/later-${copies}.md`;
  copyFileSync(path.join(folder, carelessPostmortem), path.join(folder, copy));
  const document = await exports.open(copy);
  await exports.someFindings(document.uri);
};

/**
 * The titles of our CodeLenses in a document.
 *
 * @param {vscode.Uri} uri
 * @returns {Promise<string[]>}
 */
exports.lensTitles = async (uri) => {
  const lenses = await vscode.commands.executeCommand("vscode.executeCodeLensProvider", uri, 100);
  const ours = lenses.filter((lens) => lens.command?.command.startsWith("runbook."));
  return ours.map((lens) => lens.command.title);
};
