import { createLineIndex } from "../core/syntax/line-index.ts";
import { toDiagnostics } from "../service/diagnostics.ts";
import type { EffectiveConfiguration } from "../workspace/checker.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { resultIdOf } from "./result-id.ts";
import type { Session } from "./session.ts";

/** Shows what is wrong in configuration files that nobody has open: without this a typing error there would be silent. */
export interface ConfigurationProblems {
  /** Publishes the problems at the configuration file, when they are not shown already. */
  show(effective: EffectiveConfiguration): Promise<void>;
  /** The file was opened, and has a report of its own. */
  opened(uri: string): void;
  /** Files changed: what was shown may hold no longer. */
  forget(): void;
}

/** Publishes also to clients that pull: they pull only for open files. */
export function createConfigurationProblems(session: Session, workspace: Workspace): ConfigurationProblems {
  const { connection, documents } = session;
  const shown = new Map<string, string>();

  const clear = (uri: string): void => {
    if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  return {
    async show({ source: uri, problems }) {
      if (uri === undefined || documents.get(uri) !== undefined) return;
      if (problems.length === 0) return clear(uri);
      const text = (await workspace.read(uri)) ?? "";
      const lines = createLineIndex(text);
      const diagnostics = toDiagnostics({ uri, version: null, text, lines, document: undefined, findings: problems });
      const id = resultIdOf(diagnostics);
      if (shown.get(uri) === id || documents.get(uri) !== undefined) return;
      shown.set(uri, id);
      await connection.sendDiagnostics({ uri, diagnostics });
    },
    opened: clear,
    forget() {
      for (const uri of [...shown.keys()]) clear(uri);
    },
  };
}
