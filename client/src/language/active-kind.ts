import { commands, type Disposable, languages, window, workspace } from "vscode";
import { DOCUMENT_INFO } from "../../../server/src/lsp/protocol.ts";
import { DOCUMENT_SELECTOR } from "./client-options.ts";
import type { LanguageServer } from "./language-server.ts";

const KEY = "runbook.activeKind";

/**
 * Keeps the context key `runbook.activeKind` (`runbook`, `postmortem`, `other`, or unset while it is not known): menus
 * show what the active document can do. The server tells the kind; this side never parses a document.
 */
export function followActiveKind(server: LanguageServer): Disposable[] {
  const update = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const isMarkdown = document?.languageId === "markdown" && languages.match(DOCUMENT_SELECTOR, document) > 0;
    const uri = isMarkdown ? document.uri.toString() : undefined;
    const answer = uri === undefined ? undefined : await server.request(DOCUMENT_INFO, { uri });
    // The person may have gone on to another document while the server thought.
    if (uri !== undefined && window.activeTextEditor?.document.uri.toString() !== uri) return;
    await commands.executeCommand("setContext", KEY, kindOf(answer));
  };
  return [
    server.onDidStart(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidSaveTextDocument(update),
  ];
}

function kindOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("kind" in answer)) return undefined;
  return typeof answer.kind === "string" ? answer.kind : undefined;
}
