import { RULES } from "../../core/rules/registry.ts";
import { hover } from "../../service/hover/hover.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/hover`. */
export function handleHover({ connection, checks }: Session): void {
  connection.onHover(({ textDocument, position }, token) =>
    respond(connection.console, "textDocument/hover", token, async () => {
      const checked = await checks.get(textDocument.uri);
      return checked ? (hover(checked, checked.lines.offsetAt(position), RULES) ?? null) : null;
    }),
  );
}
