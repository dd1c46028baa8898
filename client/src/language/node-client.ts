import type { ExtensionContext } from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import { CLIENT_ID, CLIENT_NAME } from "./client-options.ts";

/** A client that starts the server as a Node process of VS Code's own runtime. */
export function createNodeClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const run = { module: context.asAbsolutePath("dist/server.node.js"), transport: TransportKind.ipc };
  // Port 0: two windows under development must not fight for one port; the server prints the one it got.
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=0"] } };
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, { run, debug }, options);
}
