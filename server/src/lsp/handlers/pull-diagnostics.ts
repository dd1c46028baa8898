import { DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { DiagnosticReports } from "../diagnostic-reports.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/diagnostic`; an answer that the client has already is not sent again. */
export function handlePullDiagnostics({ connection }: Session, reports: DiagnosticReports): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    respond(connection.console, "textDocument/diagnostic", token, async () => {
      const { resultId, items } = await reports.of(textDocument.uri);
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );
}
