import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import { createLineIndex } from "../core/syntax/line-index.ts";
import type { CheckedDocument } from "../service/checked-document.ts";
import type { Checked, Checker } from "../workspace/checker.ts";
import { isConfigurationFile } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A document with the configuration that it was checked by. */
export interface CheckedWithConfiguration extends CheckedDocument {
  readonly configuration: Checked["effective"];
}

/** Documents checked once a version, however many features ask. */
export interface CheckedDocuments {
  /** The open text, else the file's; undefined for files that are not ours, or not there. */
  get(uri: string): Promise<CheckedWithConfiguration | undefined>;
  /** Drops what is known of a document, after it was closed. */
  close(uri: string): void;
  /** Drops everything, after files or configurations changed. */
  forget(): void;
}

interface Entry {
  readonly text: string;
  readonly day: string;
  readonly checked: Promise<Checked>;
}

const MARKDOWN_FILE = /\.(?:md|markdown|mdx|qmd|md\.erb)$/i;

/** What `createCheckedDocuments` works on. */
export interface CheckedDocumentsHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly checker: Checker;
  readonly workspace: Workspace;
  readonly today: () => string;
}

/** Keeps one entry an open document, with its text as the key: a save or a second feature costs nothing. */
export function createCheckedDocuments(host: CheckedDocumentsHost): CheckedDocuments {
  const { documents, checker, workspace, today } = host;
  const entries = new Map<string, Entry>();

  const check = (uri: string, text: string): Promise<Checked> => {
    const known = entries.get(uri);
    const day = today();
    if (known?.text === text && known.day === day) return known.checked;
    const checked = checker.check(uri, text);
    const entry: Entry = { text, day, checked };
    entries.set(uri, entry);
    // A failure is answered to those who wait for it; the next question tries again.
    checked.catch(() => {
      if (entries.get(uri) === entry) entries.delete(uri);
    });
    return checked;
  };

  return {
    async get(uri) {
      const open = documents.get(uri);
      if (!isOurs(uri, open?.languageId)) return undefined;
      // The version belongs to this text: an edit during the wait below makes another one.
      const version = open?.version ?? null;
      const text = open?.getText() ?? (await workspace.read(uri));
      if (text === undefined) return undefined;
      const { document, findings, effective } = await (open ? check(uri, text) : checker.check(uri, text));
      const lines = document?.syntax.lines ?? createLineIndex(text);
      return { uri, version, text, lines, document, findings, configuration: effective };
    },
    close: (uri) => {
      entries.delete(uri);
    },
    forget() {
      entries.clear();
      checker.forget();
    },
  };
}

/** Markdown, by the editor's word or by the name, and our configuration files. */
function isOurs(uri: string, languageId: string | undefined): boolean {
  return languageId === "markdown" || isConfigurationFile(uri) || MARKDOWN_FILE.test(Utils.basename(URI.parse(uri)));
}
