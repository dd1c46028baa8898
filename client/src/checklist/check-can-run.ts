import { commands, env, l10n, type TextDocument, Uri, window, workspace } from "vscode";
import type { Platform } from "../platform.ts";

/** Where the README tells of the first run, in the editor and in a terminal. */
const FIRST_RUN = "https://github.com/incident-runbooks/incident-runbooks#the-first-run";

/**
 * Whether anything may run here, checked again at each run: trust prompts have been bypassed before, and a command can
 * be called by anyone. Says why not, with the way out; then nothing has happened and nothing is recorded.
 */
export async function checkCanRun(platform: Platform, document: TextDocument): Promise<boolean> {
  // Questions are asked, never awaited: a message that nobody answers must not keep the command pending.
  if (platform.loadEngine === undefined || !["file", "untitled"].includes(document.uri.scheme)) {
    const how = l10n.t("How to Run It");
    const text = l10n.t(
      "Nothing was run: that needs VS Code on the desktop or a remote (SSH, container, Codespaces), for here is no machine to run commands on. Checking works everywhere.",
    );
    // With a button VS Code shows the whole text; without one it cuts the message after its first line.
    void window.showInformationMessage(text, how).then((choice) => {
      if (choice === how) void env.openExternal(Uri.parse(FIRST_RUN));
    });
    return false;
  }
  if (!workspace.isTrusted) {
    const manage = l10n.t("Manage Workspace Trust");
    const text = l10n.t(
      "This workspace is not trusted (Restricted Mode), so nothing was run: a runbook's commands come from its author. Checking still works.",
    );
    void window.showWarningMessage(text, manage).then((choice) => {
      if (choice === manage) void commands.executeCommand("workbench.trust.manage");
    });
    return false;
  }
  if (document.isUntitled) {
    const save = l10n.t("Save…");
    const text = l10n.t(
      "Save the runbook first: its commands run in its folder, and the record of the run is kept there.",
    );
    void window.showInformationMessage(text, save).then((choice) => {
      if (choice === save) void document.save();
    });
    return false;
  }
  return true;
}
