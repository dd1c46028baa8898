import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { posix, win32 } from "node:path";
import type { Environment } from "../dependencies.ts";

/**
 * The absolute path of a program on the PATH; undefined when there is none. Relative entries of the PATH are passed over:
 * with them, a folder of somebody else's runbook could bring its own `bash`. On Windows the extensions `.exe` and `.com`
 * are tried; scripts are no interpreters.
 */
export async function findExecutable(
  name: string,
  env: Environment,
  platform: NodeJS.Platform,
): Promise<string | undefined> {
  const windows = platform === "win32";
  const path = windows ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  for (const folder of folders) {
    for (const ending of windows ? [".exe", ".com"] : [""]) {
      const file = path.join(folder, name + ending);
      if (await isExecutable(file)) return file;
    }
  }
  return undefined;
}

/** Whether this is a file that may be run. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    // Not there, or not for us to run.
    return false;
  }
}
