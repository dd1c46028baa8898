import type { InitializeParams } from "vscode-languageserver";

/** What the connected editor can do, as far as our answers depend on it. */
export interface ClientFeatures {
  /** It asks for diagnostics; else they are pushed (Neovim before 0.10, Emacs' eglot, Vim). */
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshCodeLenses: boolean;
  readonly refreshInlayHints: boolean;
  /** It answers `workspace/configuration`; else settings come with `initialize` and `didChangeConfiguration`. */
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly registerWatchedFiles: boolean;
  readonly snippets: boolean;
  readonly documentChanges: boolean;
  readonly showDocument: boolean;
  /** `initializationOptions.codeLens`: false for editors that have no command behind our lenses. */
  readonly codeLenses: boolean;
}

/** Reads the features once, at `initialize`. */
export function readClientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace, window } = capabilities;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    showDocument: window?.showDocument?.support === true,
    codeLenses: optionOf(initializationOptions, "codeLens") !== false,
  };
}

function optionOf(options: unknown, name: string): unknown {
  if (typeof options !== "object" || options === null) return undefined;
  return new Map<string, unknown>(Object.entries(options)).get(name);
}
