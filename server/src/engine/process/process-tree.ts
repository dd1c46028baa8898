import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A running command with everything it started, as far as the system lets us reach that. */
export interface ProcessTree {
  /** Asks all processes to end. */
  terminate(): Promise<void>;
  /** Ends all processes. */
  kill(): Promise<void>;
  /** Whether any of them is still there. */
  alive(): Promise<boolean>;
  /** A sentence for the person when processes may survive; undefined when there are none as far as can be known. */
  survivors(): Promise<string | undefined>;
}

/** The environment variable that marks all processes of a command, so that those that left its group can be found. */
export const COMMAND_MARK = "RUNBOOK_COMMAND";

/** The tree of a command that leads a process group of its own (POSIX). `mark` is its value of `COMMAND_MARK`. */
export function processGroup(leader: number, mark: string, platform: NodeJS.Platform): ProcessTree {
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    send(-leader, name);
  };
  const alive = async (): Promise<boolean> => {
    if (!send(-leader, 0)) return false;
    // A dead process that nobody waits for still answers: containers without an init are full of them.
    return platform !== "linux" || (await linuxProcesses()).some(({ group, dead }) => group === leader && !dead);
  };
  return {
    terminate: () => signal("SIGTERM"),
    kill: () => signal("SIGKILL"),
    alive,
    async survivors() {
      if (await alive()) return `Process group ${leader} could not be ended: look for it with "ps -eo pid,pgid,args".`;
      if (platform !== "linux") return undefined;
      const left = await markedProcesses(mark);
      if (left.length === 0) return undefined;
      const what =
        left.length === 1 ? "A process left the command's group and" : "Processes left the command's group and";
      return `${what} still runs: pid ${left.join(", ")}.`;
    },
  };
}

/** One process that shares our group, because it has the terminal (`interactive`). Its children can't be reached. */
export function singleProcess(child: ChildProcess): ProcessTree {
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    async terminate() {
      child.kill("SIGTERM");
    },
    async kill() {
      child.kill("SIGKILL");
    },
    alive: async () => running(),
    survivors: async () => "The command had the terminal: programs that it started may still run.",
  };
}

/** Runs a program to its end and gives its exit code; undefined when it could not be started. */
export type RunTool = (file: string, args: readonly string[]) => Promise<number | undefined>;

/** The tree of a command on Windows, by `taskkill /T`, which walks from parent to child. */
export function windowsTree(child: ChildProcess, pid: number, runTool: RunTool = runToEnd): ProcessTree {
  let reached = true;
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  const taskkill = async (flags: readonly string[]): Promise<void> => {
    // Once the first process is gone, nothing leads to its children any more.
    reached = running() && (await runTool("taskkill", [...flags, "/T", "/PID", String(pid)])) === 0;
  };
  return {
    terminate: () => taskkill([]),
    kill: () => taskkill(["/F"]),
    alive: async () => running(),
    async survivors() {
      if (running()) return `Process ${pid} could not be ended: end it in the Task Manager.`;
      return reached
        ? undefined
        : `Programs that process ${pid} started may still run: it ended before its tree could be.`;
    },
  };
}

function runToEnd(file: string, args: readonly string[]): Promise<number | undefined> {
  return new Promise((resolve) => {
    const tool = spawn(file, [...args], { stdio: "ignore", windowsHide: true });
    tool.once("error", () => resolve(undefined));
    tool.once("exit", (code) => resolve(code ?? undefined));
  });
}

/** Whether there was anybody to send it to. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    // EPERM: there is somebody, who became another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

interface LinuxProcess {
  readonly pid: number;
  readonly group: number;
  readonly dead: boolean;
}

async function linuxProcesses(): Promise<LinuxProcess[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const stat = await readProc(name, "stat");
      // `pid (name) state ppid pgrp …`; the name may hold blanks and parentheses.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return { pid: Number(name), group: Number(fields[2]), dead: fields[0] === "Z" || fields[0] === "X" };
    }),
  );
  return found.filter(({ group }) => !Number.isNaN(group));
}

async function markedProcesses(mark: string): Promise<number[]> {
  const wanted = `${COMMAND_MARK}=${mark}`;
  const left: number[] = [];
  for (const { pid, dead } of await linuxProcesses()) {
    if (!dead && (await readProc(String(pid), "environ")).split("\0").includes(wanted)) left.push(pid);
  }
  return left;
}

async function readProc(pid: string, file: string): Promise<string> {
  try {
    return await readFile(join("/proc", pid, file), "utf8");
  } catch {
    // It ended meanwhile, or is somebody else's.
    return "";
  }
}
