import type { ExtensionContext } from "vscode";
import { loadEngine } from "./checklist/load-engine.ts";
import { activateExtension } from "./extension.ts";

/** Entry point on the desktop and on a remote: the server is a process of its own, and checklists can run. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, {
    createClient: async (options) => (await import("./language/node-client.ts")).createNodeClient(context, options),
    loadEngine: () => loadEngine(),
  });
}
