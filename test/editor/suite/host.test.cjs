"use strict";

const assert = require("node:assert/strict");
const vscode = require("vscode");
const { describe, it, before, after } = require("mocha");
const contract = require("./contract.cjs");
const { findings, lensTitles, letFindingsCome, open, ruleOf, someFindings } = require("./documents.cjs");

describe("in the extension host", () => {
  let careless;

  before(async () => {
    careless = await open(contract.carelessPostmortem);
  });

  after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("is there and wakes up when a Markdown document is opened", async () => {
    const { until } = await import("../lib/until.mjs");
    const extension = vscode.extensions.getExtension(contract.extensionId);
    assert.ok(extension, `${contract.extensionId} is not installed`);
    await until("the extension to be active", () => extension.isActive);
  });

  it("registers its commands", async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = Object.values(contract.commands).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it("leaves the language markdown", () => {
    assert.equal(careless.languageId, "markdown");
  });

  describe("findings", () => {
    it("reports what the careless postmortem lacks, with the rule's code", async () => {
      const found = await someFindings(careless.uri);
      assert.ok(found.map(ruleOf).includes(contract.missingSection), `rules: ${found.map(ruleOf).join(", ")}`);
      for (const finding of found) assert.match(ruleOf(finding), /^[A-Z]{2,3}\d{3}$/);
    });

    it("is silent about the clean postmortem", async () => {
      const clean = await open(contract.cleanPostmortem);
      await letFindingsCome();
      assert.deepEqual(findings(clean.uri).map(describeFinding), []);
    });

    it("is silent about a README beside runbooks", async () => {
      const readme = await open(contract.readme);
      await letFindingsCome();
      assert.deepEqual(findings(readme.uri).map(describeFinding), []);
      assert.deepEqual(await lensTitles(readme.uri), []);
    });

    it("follows an edit that makes a finding go, and its undoing", async () => {
      const { until } = await import("../lib/until.mjs");
      const document = await open(contract.carelessPostmortem);
      const count = (await someFindings(document.uri)).length;
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      await edit(document, (change) => change.replace(document.uri, whole, "---\nkind: none\n---\n\n# Not ours\n"));
      await until("the findings to go", () => findings(document.uri).length === 0);
      await vscode.commands.executeCommand("undo");
      await until("the findings to come back", () => findings(document.uri).length === count);
    });
  });

  describe("help for a finding", () => {
    it("offers a quick fix", async () => {
      const found = await someFindings(careless.uri);
      const kind = vscode.CodeActionKind.QuickFix.value;
      const offered = [];
      for (const { range } of found) {
        // The last argument is how many to resolve: a server may compute the edit only then.
        const args = [careless.uri, range, kind, 10];
        offered.push(...(await vscode.commands.executeCommand("vscode.executeCodeActionProvider", ...args)));
      }
      assert.notEqual(offered.length, 0, `no fix for any of ${found.map(ruleOf).join(", ")}`);
      for (const action of offered) assert.ok(action.edit ?? action.command, `"${action.title}" does nothing`);
    });

    it("explains a rule where a comment names its code", async () => {
      const document = await open(contract.carelessPostmortem);
      const before = "<!-- runbook-disable-file ";
      const comment = `${before}${contract.missingSection} -- there is none -->\n\n`;
      await edit(document, (change) => change.insert(document.uri, new vscode.Position(0, 0), comment));
      try {
        const place = new vscode.Position(0, before.length + 1);
        const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, place);
        const text = hovers.flatMap((hover) => hover.contents.map((one) => one.value ?? one)).join("\n");
        assert.ok(
          text.includes(contract.missingSection),
          `${contract.missingSection} is not in: ${text || "no hover"}`,
        );
      } finally {
        await vscode.commands.executeCommand("workbench.action.files.revert");
      }
    });

    it("completes a heading with a section that is missing", async () => {
      const document = await open(contract.carelessPostmortem);
      const found = await someFindings(document.uri);
      const { message } = found.find((finding) => ruleOf(finding) === contract.missingSection);
      const end = document.lineAt(document.lineCount - 1).range.end;
      await edit(document, (change) => change.insert(document.uri, end, "\n\n## "));
      try {
        const last = document.lineAt(document.lineCount - 1).range.end;
        const list = await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, last);
        const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
        const missing = labels.filter((label) => message.toLowerCase().includes(label.toLowerCase()));
        assert.notEqual(missing.length, 0, `none of "${message}" among: ${labels.join(", ")}`);
      } finally {
        await vscode.commands.executeCommand("workbench.action.files.revert");
      }
    });
  });

  describe("CodeLens", () => {
    it("offers to run the checklist and each step of a runbook", async () => {
      const { until } = await import("../lib/until.mjs");
      const document = await open(contract.ownRunbook.file);
      // The first answer may come before the server has seen the document.
      const titles = await until("a CodeLens on the runbook", async () => {
        const given = await lensTitles(document.uri);
        return given.length > 0 && given;
      });
      const count = (start) => titles.filter((title) => title.startsWith(start)).length;
      assert.equal(count(contract.lenses.checklist), contract.ownRunbook.checklists, titles.join(" | "));
      assert.equal(count(contract.lenses.step), contract.ownRunbook.steps, titles.join(" | "));
    });

    it("offers nothing to run on a postmortem", async () => {
      const titles = await lensTitles(careless.uri);
      assert.deepEqual(
        titles.filter((title) => title.startsWith("$(play)")),
        [],
      );
    });
  });

  // One test that sees both sides: what the API says, and what the page shows.
  describe("the page", () => {
    let workbench;

    before(async function () {
      // A VS Code on the desktop has no page for us.
      if (process.env["EDITOR_TEST_PAGE"] === undefined) this.skip();
      const { connectToOwnPage } = await import("../lib/own-page.mjs");
      workbench = await connectToOwnPage();
    });

    after(() => workbench?.disconnect());

    it("underlines a finding when the API reports it, and no longer than that", async () => {
      const document = await open(contract.carelessPostmortem);
      await someFindings(document.uri);
      await workbench.see(workbench.squiggles());
      await workbench.screenshot("host");
      await open(contract.cleanPostmortem);
      await workbench.gone(workbench.squiggles());
    });
  });
});

async function edit(document, make) {
  const change = new vscode.WorkspaceEdit();
  make(change);
  assert.ok(await vscode.workspace.applyEdit(change), `VS Code did not apply the edit to ${document.fileName}`);
}

function describeFinding(finding) {
  return `${finding.range.start.line + 1}: ${ruleOf(finding)} ${finding.message}`;
}
