import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { openEditor } from "../lib/editor.mjs";
import { packageVsix } from "../lib/package-vsix.mjs";
import { makeTemporaryFolder } from "../lib/temporary-folder.mjs";
import { copyWorkspace } from "../lib/workspace-copy.mjs";
import { carelessPostmortem, ownRunbook, paintedLenses } from "./contract.cjs";

/**
 * Milliseconds from the editor being ready to the first finding.
 *
 * Ready is when VS Code's own Markdown support shows the outline in the breadcrumbs. It starts in the same extension
 * host at the same moment as we do and has a language server too, so a busy machine slows both; text is painted long
 * before any extension runs, and how long before says nothing about us.
 */
const patience = 3_000;

/**
 * The packaged extension in an editor exactly as users have it: no development mode, no test driver.
 *
 * @param {{ extension: string, vsix?: string, samples: string, chromium: string, say: (text: string) => void }} options
 *   `vsix`: the package; without it one is made of the extension
 */
export function vsixSuite({ extension, vsix, samples, chromium, say }) {
  describe("the packaged extension", () => {
    let workspace;
    let packed;
    let editor;
    let workbench;

    before(async () => {
      workspace = copyWorkspace(samples);
      packed = makeTemporaryFolder("vsix");
      const file = path.join(workspace.path, carelessPostmortem);
      const install = { vsix: vsix ?? packageVsix(extension, packed.path) };
      const options = { install, folder: workspace.path, file, prepare: watchPainting };
      editor = await openEditor({ name: "vsix", chromium, ...options });
      workbench = editor.workbench;
    });

    afterEach(async function () {
      if (this.currentTest.state === "failed") await workbench?.screenshot("failed-vsix");
    });

    after(async () => {
      await editor?.close();
      packed?.remove();
      workspace?.remove();
    });

    it(`shows findings within ${patience / 1000} s of the editor being ready`, async () => {
      await workbench.see(workbench.squiggles());
      await workbench.page.waitForFunction(() => globalThis.editorTestPainted.outline !== undefined);
      const painted = await workbench.page.evaluate(() => globalThis.editorTestPainted);
      const [text, outline, finding] = [painted.text, painted.outline, painted.finding].map(Math.round);
      say(`  (text after ${text} ms, VS Code's outline after ${outline} ms, our first finding after ${finding} ms)`);
      assert.ok(finding - outline <= patience, `${finding - outline} ms after the editor was ready`);
    });

    it("offers to run a runbook", async () => {
      await workbench.openFile(ownRunbook.file);
      await workbench.see(workbench.codeLens(paintedLenses.checklist));
      await workbench.screenshot("vsix");
    });
  });
}

/** Notes in the page itself when things were first painted: asking from here would add the way there and back. */
function watchPainting(page) {
  return page.addInitScript(() => {
    const wanted = {
      text: ".monaco-editor .view-line span span",
      // After the folder and the file.
      outline: ".breadcrumbs-control .monaco-breadcrumb-item:nth-of-type(3)",
      finding: ".squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint",
    };
    const painted = {};
    globalThis.editorTestPainted = painted;
    new MutationObserver(() => {
      for (const [what, selector] of Object.entries(wanted)) {
        if (painted[what] === undefined && document.querySelector(selector)) painted[what] = performance.now();
      }
    }).observe(document, { childList: true, subtree: true });
  });
}
