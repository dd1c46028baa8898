import { CodeLensRefreshRequest, InlayHintRefreshRequest } from "vscode-languageserver";
import type { PushDiagnostics } from "./handlers/push-diagnostics.ts";
import type { Session } from "./session.ts";

/** Milliseconds in which several changes (a branch switched, a file seen by two watchers) become one refresh. */
const COLLECT = 50;

/** Makes the function that has everything on screen asked for, or pushed, again. */
export function createRefresh({ connection, features }: Session, push: PushDiagnostics | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const failed = (error: unknown): void => connection.console.log(`The editor did not refresh: ${String(error)}`);
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      push?.all();
      if (!push && features.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(failed);
      if (features.codeLenses && features.refreshCodeLenses)
        connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
      if (features.refreshInlayHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(failed);
    }, COLLECT);
  };
}
