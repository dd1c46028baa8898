import type { DiagnosticReports } from "../diagnostic-reports.ts";
import type { Session } from "../session.ts";

/** Milliseconds without a keystroke before a document is checked: clients that pull do the same on their side. */
const QUIET_TIME = 150;

/** Publishes diagnostics, for clients that can't ask for them. */
export interface PushDiagnostics {
  /** After an edit: soon, once. */
  changed(uri: string): void;
  /** After opening or saving: now. */
  now(uri: string): void;
  closed(uri: string): void;
  all(): void;
}

/** Every answer carries its version; one that was overtaken by an edit is dropped, for the next is on its way. */
export function createPushDiagnostics({ connection, documents }: Session, reports: DiagnosticReports): PushDiagnostics {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const asked = new Map<string, number>();

  const stop = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };

  const publish = async (uri: string): Promise<void> => {
    stop(uri);
    const current = documents.get(uri)?.version;
    if (current === undefined) return;
    asked.set(uri, current);
    try {
      const { items, version } = await reports.of(uri);
      if (documents.get(uri)?.version !== current) return;
      await connection.sendDiagnostics({ uri, version: version ?? current, diagnostics: items });
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`${uri} could not be checked: ${reason}`);
    }
  };

  return {
    changed(uri) {
      // An opened document counts as changed too.
      if (asked.get(uri) === documents.get(uri)?.version) return;
      stop(uri);
      timers.set(
        uri,
        setTimeout(() => void publish(uri), QUIET_TIME),
      );
    },
    now: (uri) => void publish(uri),
    closed(uri) {
      stop(uri);
      asked.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    all() {
      for (const { uri } of documents.all()) void publish(uri);
    },
  };
}
