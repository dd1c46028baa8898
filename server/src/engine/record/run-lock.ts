import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { EngineDependencies } from "../dependencies.ts";

const ownerSchema = z.object({
  run: z.string(),
  file: z.string(),
  user: z.string(),
  host: z.string(),
  pid: z.int(),
  /** When that process started: a number alone may be another process by now. Absent where that can't be known. */
  started: z.string().optional(),
  since: z.string(),
  /** The process group of the command that runs right now. */
  group: z.int().optional(),
  /** When the first process of that group started. */
  groupStarted: z.string().optional(),
});

/** Who runs a runbook right now. `since` is ISO 8601 in UTC. */
export type LockOwner = z.infer<typeof ownerSchema>;

/** A lock that is not to be had. */
export interface LockHolder {
  readonly path: string;
  /** Undefined when the lock can't be read. */
  readonly owner: LockOwner | undefined;
  /** The run itself is dead, but this process group of its last command still runs. */
  readonly leftGroup: number | undefined;
}

/** The right to be the only run of a runbook. */
export interface RunLock {
  /** Writes down which process group runs now; undefined: none. Rejects when the disk refuses. */
  noteGroup(group: number | undefined): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the lock of one runbook in the folder of its records. A lock whose process on this machine is dead is taken over,
 * unless a command of that run is still running; one of another machine never is, because nobody here can know. An
 * unreadable lock has an unknown owner and stays.
 */
export async function takeLock(
  runsFolder: string,
  file: string,
  run: string,
  deps: EngineDependencies,
): Promise<{ readonly lock: RunLock } | { readonly holder: LockHolder }> {
  const path = lockPath(runsFolder, file);
  const since = new Date(deps.now()).toISOString();
  const started = await deps.processStart(deps.pid);
  const { user, host, pid } = deps;
  const own: LockOwner = { run, file, user, host, pid, since, ...(started === undefined ? {} : { started }) };
  // A second round after a dead owner was moved away; whoever is quicker then has it.
  for (let round = 0; round < 2; round++) {
    if (await tryCreate(path, own, deps)) return { lock: createLock(path, own, deps) };
    const owner = await readOwner(path, deps);
    if (!owner) return { holder: { path, owner, leftGroup: undefined } };
    const holder = await holderOf(path, owner, deps);
    if (holder) return { holder };
    await moveDeadLock(path, owner, run, deps);
  }
  return { holder: { path, owner: await readOwner(path, deps), leftGroup: undefined } };
}

/** Who runs this runbook right now, without taking anything; undefined when nobody does, or nobody who can be named. */
export async function findHolder(
  runsFolder: string,
  file: string,
  deps: EngineDependencies,
): Promise<LockHolder | undefined> {
  const path = lockPath(runsFolder, file);
  const owner = await readOwner(path, deps);
  return owner && (await holderOf(path, owner, deps));
}

/** The process group of a run's command that is running on this machine now; undefined when there is none. */
export async function runningGroup(
  runsFolder: string,
  run: string,
  deps: EngineDependencies,
): Promise<number | undefined> {
  const names = await readdir(runsFolder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(".lock"))) {
    const owner = await readOwner(join(runsFolder, name), deps);
    if (owner?.run === run && owner.host === deps.host) return livingGroup(owner, deps);
  }
  return undefined;
}

function createLock(path: string, own: LockOwner, deps: EngineDependencies): RunLock {
  return {
    async noteGroup(group) {
      const started = group === undefined ? undefined : await deps.processStart(group);
      const noted = { ...own, group, groupStarted: started };
      await deps.files.replace(path, `${JSON.stringify(noted)}\n`);
    },
    async release() {
      const owner = await readOwner(path, deps);
      if (owner?.run !== own.run) return;
      // Left behind, it names a process that will be dead: the next run takes it over.
      await deps.files.remove(path).catch(() => undefined);
    },
  };
}

/** Undefined when the owner is dead and nothing of it runs any more. */
async function holderOf(path: string, owner: LockOwner, deps: EngineDependencies): Promise<LockHolder | undefined> {
  if (owner.host !== deps.host || (await isSame(owner.pid, owner.started, deps))) {
    return { path, owner, leftGroup: undefined };
  }
  const leftGroup = await livingGroup(owner, deps);
  return leftGroup === undefined ? undefined : { path, owner, leftGroup };
}

async function livingGroup({ group, groupStarted }: LockOwner, deps: EngineDependencies): Promise<number | undefined> {
  if (group === undefined || !(await deps.groupLives(group))) return undefined;
  // While a group lives its number is not given out anew, but it may have died and been given out since.
  const ours = !deps.isAlive(group) || (await isSame(group, groupStarted, deps));
  return ours ? group : undefined;
}

/** Whether a process is there and, as far as can be known, the same that started then. */
async function isSame(pid: number, started: string | undefined, deps: EngineDependencies): Promise<boolean> {
  if (!deps.isAlive(pid)) return false;
  const now = started === undefined ? undefined : await deps.processStart(pid);
  return now === undefined || now === started;
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

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
