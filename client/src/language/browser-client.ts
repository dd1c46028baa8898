import { type ExtensionContext, Uri, workspace } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { CLIENT_ID, CLIENT_NAME } from "./client-options.ts";

/** A client that starts the server as a web worker; each start ends the worker of the one before. */
export function createBrowserClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js");
  let worker: Worker | undefined;
  // Transports and no worker: the client asks `instanceof Worker`, and in VS Code's extension host `Worker` is a wrapper
  // whose workers are none of its instances.
  const serverOptions = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(await loadableAddress(script));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, serverOptions, options);
}

/**
 * The address from which a worker can be loaded. VS Code refuses workers from other schemes than the web's own ("Creating
 * workers from remote extensions is currently not supported"), as when the extension is installed on a remote and runs
 * in the browser: there the script is read and handed over as a blob.
 */
async function loadableAddress(script: Uri): Promise<string> {
  if (script.scheme === "http" || script.scheme === "https") return script.toString(true);
  const bytes = await workspace.fs.readFile(script);
  // A copy: the bytes may be a view on a larger buffer, which a blob does not take.
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "text/javascript" }));
}
