import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { Workspace } from "../workspace/workspace.ts";
import { FILE_EXISTS, type FileExistsResult, type FileParams, READ_FILE, type ReadFileResult } from "./protocol.ts";

/** Documents that lie nowhere: nobody is asked about files beside them. */
const NO_FILES = new Set(["untitled", "git", "output"]);

/**
 * Files through the process where it reads them itself, else through the client. A client that doesn't know our
 * requests is asked once; from then on nothing is known of such files, and nothing is said about them.
 */
export function createServerWorkspace(connection: Connection, local: Workspace | undefined): Workspace {
  let answers = true;

  const ask = async <R>(method: string, uri: string): Promise<R | undefined> => {
    if (!answers || NO_FILES.has(URI.parse(uri).scheme)) return undefined;
    try {
      const params: FileParams = { uri };
      return (await connection.sendRequest<R | null>(method, params)) ?? undefined;
    } catch (error) {
      if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) answers = false;
      connection.console.log(`${method} ${uri}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };

  const isLocal = (uri: string): boolean => local !== undefined && URI.parse(uri).scheme === "file";
  return {
    read: async (uri) => (isLocal(uri) ? local?.read(uri) : ask<NonNullable<ReadFileResult>>(READ_FILE, uri)),
    exists: async (uri) => (isLocal(uri) ? local?.exists(uri) : ask<NonNullable<FileExistsResult>>(FILE_EXISTS, uri)),
  };
}
