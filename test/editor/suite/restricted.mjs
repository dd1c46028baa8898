import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { openEditor } from "../lib/editor.mjs";
import { copyWorkspace } from "../lib/workspace-copy.mjs";
import { carelessPostmortem, ownRunbook, paintedLenses, runRecords } from "./contract.cjs";

/**
 * A workspace that nobody trusts: everything but running.
 *
 * @param {{ extension: string, samples: string, chromium: string }} options
 */
export function restrictedSuite({ extension, samples, chromium }) {
  describe("in Restricted Mode", () => {
    let workspace;
    let editor;
    let workbench;

    before(async () => {
      workspace = copyWorkspace(samples);
      const file = path.join(workspace.path, carelessPostmortem);
      const install = { folder: extension };
      const options = { install, folder: workspace.path, file, trusted: false };
      editor = await openEditor({ name: "restricted", chromium, ...options });
      workbench = editor.workbench;
      // Without it the suite would prove nothing.
      await workbench.see(workbench.statusBar("Restricted Mode"));
    });

    afterEach(async function () {
      if (this.currentTest.state === "failed") await workbench?.screenshot("failed-restricted");
    });

    after(async () => {
      await editor?.close();
      workspace?.remove();
    });

    it("still underlines findings", () => workbench.see(workbench.squiggles()));

    for (const what of ["checklist", "step"]) {
      it(`refuses to run a ${what}, says that trust is missing, and records nothing`, async () => {
        await workbench.openFile(ownRunbook.file);
        await (await workbench.see(workbench.codeLens(paintedLenses[what]))).click();
        await workbench.see(workbench.message(/trust/i));
        await workbench.screenshot(`restricted-${what}`);
        assert.deepEqual(runRecords(workspace.path), []);
        await workbench.dismissMessages();
        await workbench.gone(workbench.message(/trust/i));
      });
    }
  });
}
