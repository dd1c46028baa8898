import type { ChildProcess, SpawnOptions } from "node:child_process";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { hostname, tmpdir, userInfo } from "node:os";
import { groupLives, processStart } from "./process/process-identity.ts";
import { createRecordFiles, type RecordFiles } from "./record/record-files.ts";

/** Environment variables of a process; undefined ones are not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Starts a program without any shell in between. */
export type SpawnProcess = (file: string, args: readonly string[], options: SpawnOptions) => ChildProcess;

/** Everything that the engine needs from the machine; tests put faults and fixed clocks in their place. */
export interface EngineDependencies {
  /** Wall clock, milliseconds since the epoch: for what is written down. */
  readonly now: () => number;
  /** Steady clock in milliseconds: for durations. */
  readonly monotonic: () => number;
  /** Calls `fire` after so many milliseconds; the answer cancels that. */
  readonly timer: (milliseconds: number, fire: () => void) => () => void;
  readonly spawn: SpawnProcess;
  readonly files: RecordFiles;
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** Whether a process of this machine exists. */
  readonly isAlive: (pid: number) => boolean;
  /** When a process of this machine started; undefined where that can't be known. */
  readonly processStart: (pid: number) => Promise<string | undefined>;
  /** Whether a process group of this machine has a living member. */
  readonly groupLives: (group: number) => Promise<boolean>;
  /** Six characters `a-z0-9` that tell runs of one second apart. */
  readonly randomId: () => string;
  /** Where scripts and state of a running command lie, in a folder of their own that only this user can enter. */
  readonly temporaryFolder: string;
  /** The Node program that runs `node` steps where none is on the PATH. */
  readonly nodePath: string;
  /** Whether standard input and output are a terminal that an `interactive` command can have. */
  readonly hasTerminal: boolean;
  /** From TERM to KILL. */
  readonly graceMs: number;
  /** How long the output of a command may still come after its process ended: a child left behind can hold it open. */
  readonly drainMs: number;
}

/** The dependencies of a real run in this process. */
export function nodeDependencies(changes: Partial<EngineDependencies> = {}): EngineDependencies {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    timer(milliseconds, fire) {
      const timeout = setTimeout(fire, milliseconds);
      return () => clearTimeout(timeout);
    },
    spawn: (file, args, options) => spawn(file, [...args], options),
    files: createRecordFiles(),
    env: process.env,
    platform: process.platform,
    user: userName(process.env),
    host: hostname(),
    pid: process.pid,
    isAlive: processExists,
    processStart: (pid) => processStart(pid, process.platform),
    groupLives: (group) => groupLives(group, process.platform),
    randomId: () => [...randomBytes(6)].map((byte) => (byte % 36).toString(36)).join(""),
    temporaryFolder: tmpdir(),
    nodePath: process.execPath,
    hasTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
    graceMs: 2_000,
    drainMs: 500,
    ...changes,
  };
}

function userName(env: Environment): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no user has.
    return env.USER ?? env.USERNAME ?? "unknown";
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
