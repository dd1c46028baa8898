import { type Connection, type InitializeParams, type InitializeResult, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { initializeResult } from "./capabilities.ts";
import { createCheckedDocuments } from "./checked-documents.ts";
import { readClientFeatures } from "./client-features.ts";
import { createServerWorkspace } from "./client-workspace.ts";
import { createConfigurationProblems } from "./configuration-problems.ts";
import { createDiagnosticReports } from "./diagnostic-reports.ts";
import { handleCodeActions } from "./handlers/code-actions.ts";
import { handleCodeLens } from "./handlers/code-lens.ts";
import { handleCompletion } from "./handlers/completion.ts";
import { handleDocumentInfo } from "./handlers/document-info.ts";
import { handleDocumentLinks } from "./handlers/document-links.ts";
import { handleChanges } from "./handlers/file-changes.ts";
import { handleHover } from "./handlers/hover.ts";
import { handleInlayHints } from "./handlers/inlay-hints.ts";
import { handlePullDiagnostics } from "./handlers/pull-diagnostics.ts";
import { createPushDiagnostics } from "./handlers/push-diagnostics.ts";
import { createRefresh } from "./refresh.ts";
import type { ServerHost } from "./server-host.ts";
import type { Session } from "./session.ts";
import { createSettings } from "./settings.ts";

/**
 * Serves one client over a connection that nobody listens to yet. Texts are kept in step synchronously; each request
 * works on the text as it is when the request arrives.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params) => initialize(connection, documents, host, params));
  documents.listen(connection);
  connection.listen();
}

function initialize(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  host: ServerHost,
  params: InitializeParams,
): InitializeResult {
  const features = readClientFeatures(params);
  const workspace = createServerWorkspace(connection, host.files);
  const { today, runs } = host;
  const checker = host.createChecker({ workspace, today, folders: openedFolders(params), runs });
  const checks = createCheckedDocuments({ documents, checker, workspace, today });
  const settings = createSettings(connection, features, params.initializationOptions);
  const session: Session = { connection, features, documents, checks, settings };

  const configurations = createConfigurationProblems(session, workspace);
  const reports = createDiagnosticReports(session, configurations);
  const push = features.pullDiagnostics ? undefined : createPushDiagnostics(session, reports);
  const refresh = createRefresh(session, push);

  documents.onDidOpen(({ document: { uri } }) => {
    configurations.opened(uri);
    reports.saved(uri);
    push?.now(uri);
  });
  documents.onDidChangeContent(({ document: { uri } }) => push?.changed(uri));
  documents.onDidSave(async ({ document: { uri } }) => {
    reports.saved(uri);
    push?.now(uri);
    // Clients that pull do so after an edit; a check on save must be asked for.
    if (!push && (await settings.of(uri)).validate === "onSave") refresh();
  });
  documents.onDidClose(({ document: { uri } }) => {
    checks.close(uri);
    reports.closed(uri);
    push?.closed(uri);
  });

  handleChanges(session, {
    files() {
      checks.forget();
      configurations.forget();
      refresh();
    },
    settings: refresh,
  });
  if (!push) handlePullDiagnostics(session, reports);
  handleCodeActions(session);
  handleCompletion(session);
  handleHover(session);
  handleInlayHints(session);
  handleCodeLens(session);
  handleDocumentLinks(session);
  handleDocumentInfo(session);
  return initializeResult(features);
}

/** The folders that the client opened, as URIs; older clients know only one, some none. */
function openedFolders({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}
