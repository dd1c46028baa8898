import { l10n, Uri, window, workspace } from "vscode";

/** The readable copy of a run's record. */
const READABLE = "run.md";

/** Opens the readable copy of a record. @param folder the record's folder */
export async function openRecord(folder: Uri): Promise<void> {
  const file = Uri.joinPath(folder, READABLE);
  try {
    await window.showTextDocument(await workspace.openTextDocument(file), { preview: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t("The record {0} can't be opened: {1}", file.fsPath, reason));
  }
}

/**
 * The latest record in the workspace: folders of records begin with their time, so the last by name is the latest.
 * Undefined when nothing was run here yet.
 */
export async function findLatestRecord(): Promise<Uri | undefined> {
  const found = await workspace.findFiles(`**/.runbook/runs/*/${READABLE}`, "**/node_modules/**", 5_000);
  const folders = found.map((file) => Uri.joinPath(file, ".."));
  return folders.sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en")).at(-1);
}

function nameOf(folder: Uri): string {
  return folder.path.split("/").at(-1) ?? "";
}
