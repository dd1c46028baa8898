import type { TextEdit as LspTextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { TextEdit } from "../../core/rules/rule.ts";
import type { CheckedDocument } from "../checked-document.ts";
import { toLspRange } from "../positions.ts";

/**
 * Edits for exactly the version that was checked, so that an editor whose text has moved on refuses them.
 * Clients that know no `documentChanges` get the older, unversioned form.
 */
export function workspaceEdit(
  { uri, version, lines }: CheckedDocument,
  edits: readonly TextEdit[],
  documentChanges: boolean,
): WorkspaceEdit {
  const converted: LspTextEdit[] = edits.map((edit) => ({
    range: toLspRange(lines, edit.range),
    newText: edit.newText,
  }));
  if (!documentChanges) return { changes: { [uri]: converted } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: converted }] };
}
