import type { ExtensionContext } from "vscode";
import { activateExtension } from "./extension.ts";

/** Entry point in a browser's worker: the server is a worker too, and nothing can run, because there are no processes. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, {
    createClient: async (options) =>
      (await import("./language/browser-client.ts")).createBrowserClient(context, options),
    loadEngine: undefined,
  });
}
