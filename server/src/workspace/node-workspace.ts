import { readFile, realpath, stat } from "node:fs/promises";
import { extname } from "node:path";
import { URI } from "vscode-uri";
import type { Workspace } from "./workspace.ts";

/** More than any configuration or document of a person; also keeps endless devices (`/dev/zero`) from being read. */
const MOST_BYTES = 5_000_000;

/**
 * Whether a file may be read for a check: an ordinary one of ordinary size. A link may lead only to a file of the same
 * kind, so that a repository's `.runbookrc.yaml -> /etc/shadow` does not show a machine's files in its findings.
 */
async function isReadable(path: string): Promise<boolean> {
  const [facts, real] = await Promise.all([stat(path), realpath(path)]);
  return facts.isFile() && facts.size <= MOST_BYTES && extname(real) === extname(path);
}

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
        return (await isReadable(file.fsPath)) ? await readFile(file.fsPath, "utf8") : undefined;
      } catch {
        // Not there, not permitted: the contract has one answer for all.
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
