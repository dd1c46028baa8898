import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/browser";
import { CLIENT_ID, CLIENT_NAME } from "./client-options.ts";

/** A client that starts the server as a web worker. */
export function createBrowserClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js");
  // A function and no worker: a restart must get a new one.
  const serverOptions = async (): Promise<Worker> => new Worker(script.toString(true));
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, serverOptions, options);
}
