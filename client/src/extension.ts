import { commands, type ExtensionContext, window } from "vscode";
import { registerChecklist } from "./checklist/commands.ts";
import { followActiveKind } from "./language/active-kind.ts";
import { createLanguageServer } from "./language/language-server.ts";
import type { Platform } from "./platform.ts";

/**
 * What both entry points do. Commands are registered at once; the server is started behind that and never waited for, so
 * that a command given while it starts works and a Markdown file never opens later because of us.
 * (`runbook.openRuleDocumentation` is the server's; the language client registers it.)
 *
 * The extension wakes up with the first Markdown document (`onLanguage:markdown`): by its name alone nobody can tell
 * whether a file is a runbook, and the server, which can, decides that for every door. What that costs whoever has
 * no runbook is loading this bundle (about 40 ms on a busy machine), this function (1 ms), and a server that answers nothing.
 */
export function activateExtension(context: ExtensionContext, platform: Platform): void {
  const log = window.createOutputChannel("Incident Runbooks", { log: true });
  const server = createLanguageServer(platform, log);
  context.subscriptions.push(
    log,
    server,
    ...registerChecklist(context, platform, log),
    ...followActiveKind(server),
    commands.registerCommand("runbook.restartServer", () => server.restart()),
    commands.registerCommand("runbook.showOutput", () => log.show()),
  );
  void server.start();
}
