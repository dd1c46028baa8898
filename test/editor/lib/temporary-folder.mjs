import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { atExit } from "./cleanup.mjs";

/**
 * Makes a folder of its own below the system's temporary folder.
 *
 * @param {string} purpose a short word for its name
 * @returns {{ path: string, remove: () => void }}
 */
export function makeTemporaryFolder(purpose) {
  // The real path: VS Code compares paths as text, and a linked temporary folder would make two of every file.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `runbook-${purpose}-`)));
  // A dying server may still write for a moment: retry.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const forget = atExit(remove);
  return {
    path: folder,
    remove() {
      remove();
      forget();
    },
  };
}
