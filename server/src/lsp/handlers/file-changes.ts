import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
} from "vscode-languageserver";
import { isProjectFile } from "../../workspace/project.ts";
import { SETTINGS_SECTION } from "../protocol.ts";
import type { Session } from "../session.ts";

/** What changed around the documents. */
export interface Changes {
  /** Files came, went, or a configuration file has other content. */
  files(): void;
  settings(): void;
}

/** Listens to files and settings, and asks clients that can be asked to tell of them. */
export function handleChanges({ connection, features, settings, documents }: Session, changes: Changes): void {
  connection.onDidChangeWatchedFiles(({ changes: events }) => {
    const matters = events.some(({ uri, type }) => type !== FileChangeType.Changed || isProjectFile(uri));
    if (matters) changes.files();
  });
  connection.onDidChangeConfiguration(({ settings: pushed }: { settings: unknown }) => {
    settings.changed(pushed);
    changes.settings();
  });
  // For editors that watch no files: a configuration saved in the editor holds at once.
  documents.onDidSave(({ document }) => {
    if (isProjectFile(document.uri)) changes.files();
  });

  connection.onInitialized(() => {
    const failed = (error: unknown): void =>
      connection.console.warn(`The editor refused to tell of changes: ${String(error)}`);
    if (features.registerConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION }).catch(failed);
    }
    if (features.registerWatchedFiles) {
      const watchers = [
        { globPattern: "**/*.runbookrc.{yaml,yml,json}" },
        { globPattern: "**/CODEOWNERS" },
        // Link targets; and a run that has ended has written its `run.md`.
        { globPattern: "**/*.{md,markdown}", kind: WatchKind.Create | WatchKind.Delete },
      ];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
    }
  });
}
