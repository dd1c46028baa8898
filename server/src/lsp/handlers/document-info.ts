import { DOCUMENT_INFO, type DocumentInfo, type DocumentInfoParams } from "../protocol.ts";
import { respond } from "../respond.ts";
import type { Session } from "../session.ts";

/** Answers `runbook/documentInfo`; null for files that are not ours to read. */
export function handleDocumentInfo({ connection, checks }: Session): void {
  connection.onRequest(DOCUMENT_INFO, ({ uri }: DocumentInfoParams, token) =>
    respond(connection.console, DOCUMENT_INFO, token, async (): Promise<DocumentInfo | null> => {
      const checked = await checks.get(uri);
      if (checked === undefined) return null;
      const { document, configuration } = checked;
      return {
        kind: document?.kind ?? "configuration",
        evidence: document?.detected.evidence ?? "file name",
        isTemplate: document?.detected.isTemplate ?? false,
        title: document?.outline.title?.title ?? null,
        configuration: configuration.source ?? null,
      };
    }),
  );
}
