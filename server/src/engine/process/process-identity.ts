import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { processGroup } from "./process-tree.ts";

/**
 * When a process of this machine started, in the system's own words: two answers that differ mean two processes, though
 * the number is the same. Undefined where it can't be known (Windows, or no such process).
 */
export async function processStart(pid: number, platform: NodeJS.Platform): Promise<string | undefined> {
  try {
    if (platform === "linux") {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8");
      // Field 22 of proc(5), ticks since boot; the name in parentheses, field 2, may hold blanks.
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    }
    if (platform !== "darwin") return undefined;
    const { stdout } = await promisify(execFile)("/bin/ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim() || undefined;
  } catch {
    // It is gone: so is its start.
    return undefined;
  }
}

/** Whether a process group of this machine has a living member; always false on Windows, which has no groups. */
export async function groupLives(group: number, platform: NodeJS.Platform): Promise<boolean> {
  return platform !== "win32" && (await processGroup(group, "", platform).alive());
}
