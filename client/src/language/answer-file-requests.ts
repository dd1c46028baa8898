import { FileSystemError, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  FILE_EXISTS,
  type FileExistsResult,
  READ_FILE,
  type ReadFileResult,
} from "../../../server/src/lsp/protocol.ts";

/**
 * Answers the server's questions about files that it can't reach itself: a worker has no file system, and neither side
 * has one for virtual workspaces (`vscode-vfs`).
 *
 * "Not there" and "can't be known" are different answers: the first is a finding, the second must be none.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<ReadFileResult, unknown>(READ_FILE, async (params: unknown): Promise<ReadFileResult> => {
    const uri = uriOf(params);
    if (uri === undefined) return null;
    try {
      // `ignoreBOM` keeps the mark, as the server's own reader does.
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
    } catch (error) {
      client.debug(`Could not read ${uri.toString()}`, error);
      return null;
    }
  });

  client.onRequest<FileExistsResult, unknown>(FILE_EXISTS, async (params: unknown): Promise<FileExistsResult> => {
    const uri = uriOf(params);
    if (uri === undefined) return null;
    try {
      await workspace.fs.stat(uri);
      return true;
    } catch (error) {
      if (error instanceof FileSystemError && error.code === "FileNotFound") return false;
      client.debug(`Could not tell whether ${uri.toString()} exists`, error);
      return null;
    }
  });
}

function uriOf(params: unknown): Uri | undefined {
  if (typeof params !== "object" || params === null || !("uri" in params)) return undefined;
  return typeof params.uri === "string" ? Uri.parse(params.uri) : undefined;
}
