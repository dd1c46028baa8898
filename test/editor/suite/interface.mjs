import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { converse } from "../lib/conversation.mjs";
import { openEditor } from "../lib/editor.mjs";
import { until } from "../lib/until.mjs";
import { copyWorkspace } from "../lib/workspace-copy.mjs";
import { carelessPostmortem, finished, isEndOfRun, ownRunbook, paintedLenses, runRecords } from "./contract.cjs";

/**
 * What a person sees and clicks, from the first underline to the record of a run.
 *
 * @param {{ extension: string, samples: string, chromium: string }} options
 */
export function interfaceSuite({ extension, samples, chromium }) {
  describe("the interface", () => {
    let workspace;
    let editor;
    let workbench;

    before(async () => {
      workspace = copyWorkspace(samples);
      const file = path.join(workspace.path, carelessPostmortem);
      editor = await openEditor({
        name: "interface",
        chromium,
        install: { folder: extension },
        folder: workspace.path,
        file,
      });
      workbench = editor.workbench;
    });

    afterEach(async function () {
      if (this.currentTest.state === "failed") await workbench?.screenshot("failed-interface");
    });

    after(async () => {
      await editor?.close();
      workspace?.remove();
    });

    it("underlines findings and lists them in the Problems panel", async () => {
      await workbench.see(workbench.squiggles());
      await workbench.showProblems();
      await workbench.see(workbench.problems(path.basename(carelessPostmortem)));
      await workbench.see(workbench.problems(/runbook/));
    });

    it("paints the CodeLens of a runbook beside it", async () => {
      await workbench.openFile(ownRunbook.file, { beside: true });
      await workbench.see(workbench.codeLens(paintedLenses.checklist));
      await workbench.see(workbench.codeLens(paintedLenses.step));
      await workbench.screenshot("findings");
    });

    it("runs the checklist from its CodeLens: consent, input, steps, result, record", async () => {
      const runbook = path.join(workspace.path, ownRunbook.file);
      const text = readFileSync(runbook, "utf8");
      await (await workbench.see(workbench.codeLens(paintedLenses.checklist))).click();
      const ended = () => runRecords(workspace.path).find(({ events }) => events.some(isEndOfRun));
      const transcript = await converse(workbench, { answers: [{ asks: ownRunbook.asks, type: "Ada" }], done: ended });
      await workbench.see(workbench.message(finished));
      await workbench.screenshot("finished-run");

      assert.ok(transcript.length > 0, "it ran commands without asking anything");
      const written = await until("what the step writes", () =>
        [workspace.path, path.dirname(runbook)]
          .map((folder) => path.join(folder, ownRunbook.writes))
          .find((file) => existsSync(file)),
      );
      assert.equal(readFileSync(written, "utf8"), "Welcome, Ada\n", transcript.join("\n"));
      assert.equal(runRecords(workspace.path).length, 1);
      assert.equal(readFileSync(runbook, "utf8"), text, "a run never changes the runbook");
    });
  });
}
