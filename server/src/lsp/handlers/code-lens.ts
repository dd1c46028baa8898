import { codeLenses } from "../../service/code-lens.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/codeLens`. */
export function handleCodeLens({ connection, checks }: Session): void {
  connection.onCodeLens(({ textDocument }, token) =>
    respond(connection.console, "textDocument/codeLens", token, async () => {
      const checked = await checks.get(textDocument.uri);
      return checked ? codeLenses(checked) : [];
    }),
  );
}
