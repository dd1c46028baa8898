import { readFile, stat } from "node:fs/promises";
import { URI } from "vscode-uri";
import type { Workspace } from "./workspace.ts";

/** Whether the file system said "there is none" and not "I can't tell". */
function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ENAMETOOLONG";
}

/** The files on this machine's disk. Other schemes than `file` are unknown, never absent. Node only. */
export function createNodeWorkspace(): Workspace {
  return {
    async read(uri) {
      const file = URI.parse(uri);
      if (file.scheme !== "file") return undefined;
      try {
        return await readFile(file.fsPath, "utf8");
      } catch {
        // Not there, a folder, not permitted: the contract has one answer for all.
        return undefined;
      }
    },
    async exists(uri) {
      const file = URI.parse(uri);
      if (file.scheme !== "file") return undefined;
      try {
        await stat(file.fsPath);
        return true;
      } catch (error) {
        return isAbsent(error) ? false : undefined;
      }
    },
  };
}
