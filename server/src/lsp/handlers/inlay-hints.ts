import { inlayHints } from "../../service/inlay-hints/inlay-hints.ts";
import { toOffsets } from "../../service/positions.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/inlayHint`; none where the setting `runbook.inlayHints` is off. */
export function handleInlayHints({ connection, checks, settings }: Session): void {
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    respond(connection.console, "textDocument/inlayHint", token, async () => {
      if (!(await settings.of(textDocument.uri)).inlayHints) return [];
      const checked = await checks.get(textDocument.uri);
      return checked ? inlayHints(checked, toOffsets(checked.lines, range)) : [];
    }),
  );
}
