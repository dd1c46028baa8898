import { Range, type Uri, window, workspace } from "vscode";

/** Opens a document with the cursor at an offset: the place that a message is about. */
export async function revealOffset(uri: Uri, offset: number): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const position = document.positionAt(offset);
  await window.showTextDocument(document, { selection: new Range(position, position) });
}
