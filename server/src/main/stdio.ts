import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { createNodeHost } from "./node-host.ts";

/**
 * Runs the language server on standard input and output until the client says `exit` or goes away; the process ends with
 * it. Nothing else may be written to standard output.
 */
export function startStdio(): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), createNodeHost());
}
