import { createHash } from "node:crypto";
import { join } from "node:path";
import * as z from "zod";
import type { EngineDependencies } from "../dependencies.ts";

const ownerSchema = z.object({
  run: z.string(),
  file: z.string(),
  user: z.string(),
  host: z.string(),
  pid: z.int(),
  since: z.string(),
});

/** Who runs a runbook right now. `since` is ISO 8601 in UTC. */
export type LockOwner = z.infer<typeof ownerSchema>;

/** The right to be the only run of a runbook, or who has it. */
export type LockAnswer =
  | { readonly taken: true; readonly release: () => Promise<void> }
  | { readonly taken: false; readonly owner: LockOwner | undefined; readonly path: string };

/**
 * Takes the lock of one runbook in the folder of its records. A lock whose process on this machine is dead is taken over;
 * one of another machine never is, because nobody here can know. An unreadable lock has an unknown owner and stays.
 */
export async function takeLock(
  runsFolder: string,
  file: string,
  run: string,
  deps: EngineDependencies,
): Promise<LockAnswer> {
  const path = lockPath(runsFolder, file);
  const since = new Date(deps.now()).toISOString();
  const own: LockOwner = { run, file, user: deps.user, host: deps.host, pid: deps.pid, since };
  // A second round after a dead owner was moved away; whoever is quicker then has it.
  for (let round = 0; round < 2; round++) {
    if (await tryCreate(path, own, deps)) return { taken: true, release: () => release(path, own, deps) };
    const owner = await readOwner(path, deps);
    if (!owner || owner.host !== deps.host || deps.isAlive(owner.pid)) return { taken: false, owner, path };
    await moveDeadLock(path, owner, run, deps);
  }
  return { taken: false, owner: await readOwner(path, deps), path };
}

/** Who runs this runbook right now, without taking anything; undefined when nobody does, or nobody who can be named. */
export async function findOwner(
  runsFolder: string,
  file: string,
  deps: EngineDependencies,
): Promise<LockOwner | undefined> {
  const owner = await readOwner(lockPath(runsFolder, file), deps);
  return owner && (owner.host !== deps.host || deps.isAlive(owner.pid)) ? owner : undefined;
}

function lockPath(runsFolder: string, file: string): string {
  return join(runsFolder, `${createHash("sha256").update(file).digest("hex").slice(0, 16)}.lock`);
}

async function tryCreate(path: string, owner: LockOwner, deps: EngineDependencies): Promise<boolean> {
  try {
    await deps.files.create(path, `${JSON.stringify(owner)}\n`);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function readOwner(path: string, deps: EngineDependencies): Promise<LockOwner | undefined> {
  try {
    return ownerSchema.parse(JSON.parse(await deps.files.read(path)));
  } catch {
    // Gone again, half written by a process about to hold it, or not ours: nothing is known of its owner.
    return undefined;
  }
}

/** Moves a dead lock aside by renaming, so that of two runs only one gets it; a fresh lock caught by accident is put back. */
async function moveDeadLock(path: string, dead: LockOwner, run: string, deps: EngineDependencies): Promise<void> {
  const aside = `${path}.${run}`;
  try {
    await deps.files.rename(path, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  const moved = await readOwner(aside, deps);
  if (moved?.run === dead.run) await deps.files.remove(aside);
  else await deps.files.rename(aside, path);
}

async function release(path: string, own: LockOwner, deps: EngineDependencies): Promise<void> {
  const owner = await readOwner(path, deps);
  if (owner?.run !== own.run) return;
  // Left behind, it names a process that will be dead: the next run takes it over.
  await deps.files.remove(path).catch(() => undefined);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
