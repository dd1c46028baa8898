import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { openEditor } from "../lib/editor.mjs";
import { copyWorkspace } from "../lib/workspace-copy.mjs";
import { carelessPostmortem, ownRunbook, paintedLenses } from "./contract.cjs";

/**
 * The extension in the browser's worker host, as on vscode.dev: everything but running.
 *
 * @param {{ extension: string, samples: string, chromium: string }} options
 */
export function webSuite({ extension, samples, chromium }) {
  describe("in the browser's worker host", () => {
    let workspace;
    let editor;
    let workbench;

    before(async () => {
      workspace = copyWorkspace(samples);
      const file = path.join(workspace.path, carelessPostmortem);
      // Switching VS Code's AI features off makes it restart its extension hosts, and forget extensions that are not
      // installed on the server.
      const settings = { "chat.disableAIFeatures": false };
      const options = { web: extension, settings, folder: workspace.path, file };
      editor = await openEditor({ name: "web", chromium, ...options });
      workbench = editor.workbench;
    });

    afterEach(async function () {
      if (this.currentTest.state === "failed") await workbench?.screenshot("failed-web");
    });

    after(async () => {
      await editor?.close();
      workspace?.remove();
    });

    it("underlines findings", () => workbench.see(workbench.squiggles()));

    it("says that running needs a desktop or a remote", async () => {
      await workbench.openFile(ownRunbook.file);
      await (await workbench.see(workbench.codeLens(paintedLenses.checklist))).click();
      await workbench.see(workbench.message(/desktop|remote/i));
      await workbench.screenshot("web");
    });
  });
}
