import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CheckedDocuments } from "./checked-documents.ts";
import type { ClientFeatures } from "./client-features.ts";
import type { Settings } from "./settings.ts";

/** All that handlers share, from `initialize` to the end of the connection. */
export interface Session {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly documents: TextDocuments<TextDocument>;
  readonly checks: CheckedDocuments;
  readonly settings: Settings;
}
