import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { EngineDependencies } from "../dependencies.ts";

/** Makes the private folder of one command. Its name says whose it is, so that it can be removed after a `kill -9`. */
export function makeCommandFolder(deps: EngineDependencies): Promise<string> {
  return mkdtemp(join(deps.temporaryFolder, `runbook-run-${deps.pid}-${hostPart(deps)}-`));
}

/** Removes the folders that dead processes of this machine left: what a step's shell wrote there may be secret. */
export async function removeDeadFolders(deps: EngineDependencies): Promise<void> {
  const names = await readdir(deps.temporaryFolder).catch(() => []);
  for (const name of names) {
    const [, pid, host] = /^runbook-run-(\d+)-(.*)-[^-]{6}$/.exec(name) ?? [];
    if (pid === undefined || host !== hostPart(deps) || deps.isAlive(Number(pid))) continue;
    // Another user's folder can't be removed, and need not be by us.
    await rm(join(deps.temporaryFolder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Containers may share a folder, and have the same process numbers. */
function hostPart({ host }: EngineDependencies): string {
  return host.replace(/[^A-Za-z0-9]/g, "_").slice(0, 64);
}
