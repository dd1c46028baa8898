import { ticketLinks } from "../../service/ticket-links.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/documentLink`: tickets only, for editors know the links of Markdown themselves. */
export function handleDocumentLinks({ connection, checks }: Session): void {
  connection.onDocumentLinks(({ textDocument }, token) =>
    respond(connection.console, "textDocument/documentLink", token, async () => {
      const checked = await checks.get(textDocument.uri);
      return checked ? ticketLinks(checked) : [];
    }),
  );
}
