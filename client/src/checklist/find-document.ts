import { l10n, type TextDocument, Uri, window, workspace } from "vscode";

/**
 * The document that a command is about: the one whose URI it was given (CodeLens: a string; menus: a `Uri`), else the
 * one in the active editor. Says what is missing and gives undefined when there is none.
 */
export async function findDocument(argument: unknown): Promise<TextDocument | undefined> {
  const uri = typeof argument === "string" ? Uri.parse(argument) : argument instanceof Uri ? argument : undefined;
  if (uri === undefined) {
    const active = window.activeTextEditor?.document;
    if (active?.languageId === "markdown") return active;
    void window.showInformationMessage(l10n.t("Open a runbook (a Markdown file) first."));
    return undefined;
  }
  try {
    return await workspace.openTextDocument(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t("{0} can't be opened: {1}", uri.path, reason));
    return undefined;
  }
}
