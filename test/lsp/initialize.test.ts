import { describe, expect, it } from "vitest";
import { startClient, VSCODE } from "./support/client.ts";

describe("initialize", () => {
  it("offers everything to an editor like VS Code", async () => {
    const { initialized } = await startClient();
    expect(initialized).toEqual({
      serverInfo: { name: "runbook" },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
        diagnosticProvider: { identifier: "runbook", interFileDependencies: true, workspaceDiagnostics: false },
        codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.runbook"] },
        completionProvider: { triggerCharacters: ["#", "{", "=", ":", " "] },
        hoverProvider: true,
        inlayHintProvider: true,
        documentLinkProvider: {},
        codeLensProvider: {},
        executeCommandProvider: { commands: ["runbook.openRuleDocumentation"] },
      },
    });
  });

  it("offers to a plain editor what it can use", async () => {
    const { initialized } = await startClient({ capabilities: {}, initializationOptions: { codeLens: false } });
    expect(Object.keys(initialized.capabilities).sort()).toEqual([
      "codeActionProvider",
      "completionProvider",
      "documentLinkProvider",
      "hoverProvider",
      "inlayHintProvider",
      "positionEncoding",
      "textDocumentSync",
    ]);
  });

  it("asks to be told of changes where that is possible", async () => {
    const capabilities = {
      ...VSCODE,
      workspace: {
        ...VSCODE.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true },
        didChangeConfiguration: { dynamicRegistration: true },
      },
    };
    const client = await startClient({ capabilities });
    await client.until(() => client.asked.filter((method) => method === "client/registerCapability").length === 2);
  });
});
