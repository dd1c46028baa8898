import type { LogOutputChannel } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { OPEN_RULE_DOCUMENTATION } from "../../../server/src/lsp/protocol.ts";
import { chooseRule } from "../commands/choose-rule.ts";

/** Id of the language client; `runbook.trace.server` follows from it. */
export const CLIENT_ID = "runbook";

/** How the client calls itself in messages of the language client. */
export const CLIENT_NAME = "Incident Runbooks";

/**
 * Schemes of documents that are real files or become ones. An allow list: the left side of a diff (`git`), comments,
 * chat answers and our own plan (`runbook-plan`) are Markdown too, and findings there would be noise.
 */
const SCHEMES = ["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-userdata", "vscode-test-web", "memfs"];

const CONFIGURATION_FILES = "**/*.runbookrc.{yaml,yml,json}";

/** Which documents the server gets: all Markdown files (it decides itself which of them are ours) and our configuration. */
export const DOCUMENT_SELECTOR = SCHEMES.flatMap((scheme) => [
  { scheme, language: "markdown" },
  { scheme, pattern: CONFIGURATION_FILES },
]);

/** The options of the language client. The server itself asks for the files it wants watched. */
export function createClientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: DOCUMENT_SELECTOR,
    outputChannel: log,
    traceOutputChannel: log,
    // Without `onChange` the client would ask only when a document is opened.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    middleware: {
      // The server's command needs a rule; the palette gives none, so that it is chosen here.
      async executeCommand(command, given, next) {
        if (command !== OPEN_RULE_DOCUMENTATION || given.length > 0) return next(command, given);
        const rule = await chooseRule();
        return rule === undefined ? undefined : next(command, [rule]);
      },
    },
    // What a hover shows comes partly from the document: no command link in it may work.
    markdown: { isTrusted: false, supportHtml: false },
  };
}
