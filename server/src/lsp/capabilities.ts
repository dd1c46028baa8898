import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { FIX_ALL_KIND } from "../service/code-actions/code-actions.ts";
import type { ClientFeatures } from "./client-features.ts";
import { OPEN_RULE_DOCUMENTATION } from "./protocol.ts";

/** The server's answer to `initialize`. */
export function initializeResult(features: ClientFeatures): InitializeResult {
  return {
    serverInfo: { name: "runbook" },
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      // A configuration, a new or a deleted file changes what is found in others.
      ...(features.pullDiagnostics
        ? {
            diagnosticProvider: {
              identifier: "runbook",
              interFileDependencies: true,
              workspaceDiagnostics: false,
            },
          }
        : {}),
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
      completionProvider: { triggerCharacters: ["#", "{", "=", ":", " "] },
      hoverProvider: true,
      inlayHintProvider: true,
      documentLinkProvider: {},
      ...(features.codeLenses ? { codeLensProvider: {} } : {}),
      ...(features.showDocument ? { executeCommandProvider: { commands: [OPEN_RULE_DOCUMENTATION] } } : {}),
    },
  };
}
