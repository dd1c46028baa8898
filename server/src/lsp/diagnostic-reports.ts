import type { Diagnostic } from "vscode-languageserver";
import { toDiagnostics } from "../service/diagnostics.ts";
import type { ConfigurationProblems } from "./configuration-problems.ts";
import { resultIdOf } from "./result-id.ts";
import type { Session } from "./session.ts";

/** What an editor shows of a document. */
export interface DiagnosticReport {
  readonly resultId: string;
  readonly items: Diagnostic[];
  /** The version that the items belong to; undefined when the file is not open. */
  readonly version: number | undefined;
}

/** Makes reports as the settings want them: while typing, on save, or none. */
export interface DiagnosticReports {
  of(uri: string): Promise<DiagnosticReport>;
  /** The text as it is now is the one on disk. */
  saved(uri: string): void;
  closed(uri: string): void;
}

/** With `onSave`, a text that is not saved keeps the report of the last one that was. */
export function createDiagnosticReports(session: Session, configurations: ConfigurationProblems): DiagnosticReports {
  const { documents, checks, settings } = session;
  const savedVersions = new Map<string, number>();
  const lastSaved = new Map<string, DiagnosticReport>();

  const compute = async (uri: string): Promise<DiagnosticReport> => {
    const checked = await checks.get(uri);
    if (checked) await configurations.show(checked.configuration);
    const items = checked ? toDiagnostics(checked) : [];
    return { resultId: resultIdOf(items), items, version: checked?.version ?? undefined };
  };

  return {
    async of(uri) {
      const { validate } = await settings.of(uri);
      if (validate === "off") return { resultId: resultIdOf([]), items: [], version: documents.get(uri)?.version };
      const old = lastSaved.get(uri);
      const version = documents.get(uri)?.version;
      if (validate === "onSave" && old && version !== undefined && version !== savedVersions.get(uri)) return old;
      const report = await compute(uri);
      if (validate === "onSave" && version !== undefined) lastSaved.set(uri, report);
      return report;
    },
    saved(uri) {
      const version = documents.get(uri)?.version;
      if (version !== undefined) savedVersions.set(uri, version);
    },
    closed(uri) {
      savedVersions.delete(uri);
      lastSaved.delete(uri);
    },
  };
}
