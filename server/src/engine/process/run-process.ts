import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { EngineDependencies, Environment } from "../dependencies.ts";
import { COMMAND_MARK, type ProcessTree, processGroup, singleProcess, windowsTree } from "./process-tree.ts";

/** A program to run. */
export interface ProcessRequest {
  readonly file: string;
  readonly args: readonly string[];
  /** Absolute; it must exist. */
  readonly cwd: string;
  readonly env: Environment;
  /** True: it gets our terminal, and nothing is captured. */
  readonly interactive: boolean;
  /** Windows only: the arguments are already quoted, as `cmd` wants them. */
  readonly verbatim: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Told the process group once it exists, not for `interactive` programs, which share ours. A rejection ends it. */
  readonly onGroup: (group: number) => Promise<void>;
  /** Text as it comes; the program waits until the promise is fulfilled. A rejection ends the program. */
  readonly onOutput: (stream: "stdout" | "stderr", text: string) => Promise<void>;
}

/** How a program ended. */
export interface ProcessResult {
  /** Why it could not be started; then nothing else says anything. */
  readonly error: string | undefined;
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly timedOut: boolean;
  readonly aborted: boolean;
  readonly durationMs: number;
  /** What says that processes may survive; undefined when there is nothing to say. */
  readonly survivors: string | undefined;
  /** What `onOutput` rejected with. */
  readonly outputError: unknown;
}

type Ending =
  | { readonly cause: "exit"; readonly code: number | null; readonly signal: string | null }
  | { readonly cause: "error"; readonly error: Error }
  | { readonly cause: "timeout" | "abort" | "output" };

/** How often we look whether a process group is gone, in milliseconds. */
const POLL_MS = 20;

/**
 * Runs a program without a shell in between, in a process group of its own, with no standard input. Time-out and stop
 * send TERM to the whole group, then KILL after the grace period, and return only when it is gone. A child that outlives
 * the program and holds its output open delays the return by no more than the drain time.
 */
export async function runProcess(request: ProcessRequest, deps: EngineDependencies): Promise<ProcessResult> {
  const begun = deps.monotonic();
  const mark = `${deps.pid}-${deps.randomId()}${deps.randomId()}`;
  const windows = deps.platform === "win32";
  const nothing = {
    exitCode: undefined,
    signal: undefined,
    timedOut: false,
    aborted: false,
    durationMs: 0,
    survivors: undefined,
    outputError: undefined,
  };
  if (request.signal.aborted) return { ...nothing, error: undefined, aborted: true };

  let child: ChildProcess;
  try {
    child = deps.spawn(request.file, request.args, {
      cwd: request.cwd,
      env: { ...request.env, [COMMAND_MARK]: mark },
      stdio: request.interactive ? "inherit" : ["ignore", "pipe", "pipe"],
      detached: !windows && !request.interactive,
      windowsHide: true,
      windowsVerbatimArguments: request.verbatim,
    });
  } catch (error) {
    return { ...nothing, error: error instanceof Error ? error.message : String(error) };
  }

  const endings = watchEndings(child, request, deps);
  const streams = [
    readOutput(child.stdout, (text) => request.onOutput("stdout", text), endings.outputFailed),
    readOutput(child.stderr, (text) => request.onOutput("stderr", text), endings.outputFailed),
  ];
  const told =
    child.pid === undefined || request.interactive
      ? Promise.resolve()
      : request.onGroup(child.pid).catch(endings.outputFailed);
  const ending = await endings.first;
  if (ending.cause === "error" || child.pid === undefined) {
    endings.stopWatching();
    const error = ending.cause === "error" ? ending.error.message : "it did not start";
    return { ...nothing, error, durationMs: deps.monotonic() - begun };
  }

  const tree = treeOf(child, child.pid, mark, request.interactive, deps);
  let survivors: string | undefined;
  if (ending.cause !== "exit") {
    await endTree(tree, deps);
    survivors = await tree.survivors();
  }
  const cut = await drain(streams, ending.cause === "exit" && !windows, deps);
  if (ending.cause === "exit" && !windows && !request.interactive) {
    if (await tree.alive()) survivors = `The command left processes running in the background (group ${child.pid}).`;
    if (cut)
      survivors = `The command left a process running that holds its output open (group ${child.pid}); what it prints later is not captured.`;
  }
  await told;
  endings.stopWatching();
  const exit = ending.cause === "exit" ? ending : { code: child.exitCode, signal: child.signalCode };
  return {
    error: undefined,
    exitCode: exit.code ?? undefined,
    signal: exit.signal ?? undefined,
    timedOut: ending.cause === "timeout",
    aborted: ending.cause === "abort",
    durationMs: deps.monotonic() - begun,
    survivors,
    outputError: endings.outputError(),
  };
}

function treeOf(
  child: ChildProcess,
  pid: number,
  mark: string,
  interactive: boolean,
  deps: EngineDependencies,
): ProcessTree {
  if (deps.platform === "win32") return windowsTree(child, pid);
  return interactive ? singleProcess(child) : processGroup(pid, mark, deps.platform);
}

/** What comes first: the program's end, its time-out, the stop, or a failure to take its output. */
function watchEndings(child: ChildProcess, request: ProcessRequest, deps: EngineDependencies) {
  let failure: unknown;
  let settle: (ending: Ending) => void = () => undefined;
  const first = new Promise<Ending>((resolve) => {
    settle = resolve;
  });
  const abort = (): void => settle({ cause: "abort" });
  const cancelTimer = deps.timer(request.timeoutMs, () => settle({ cause: "timeout" }));
  child.once("error", (error) => settle({ cause: "error", error }));
  child.once("exit", (code, signal) => settle({ cause: "exit", code, signal }));
  request.signal.addEventListener("abort", abort, { once: true });
  return {
    first,
    outputFailed(error: unknown): void {
      failure ??= error;
      settle({ cause: "output" });
    },
    outputError: () => failure,
    stopWatching(): void {
      cancelTimer();
      request.signal.removeEventListener("abort", abort);
    },
  };
}

interface OutputReader {
  /** Chunks taken so far. */
  readonly chunks: () => number;
  /** Fulfilled when the stream has ended and its last text was taken. */
  readonly ended: Promise<void>;
  /** Takes what came so far and lets the rest go: closed, or read into the void so that its writer lives on. */
  release(keepReading: boolean): Promise<void>;
}

function readOutput(
  stream: Readable | null,
  take: (text: string) => Promise<void>,
  failed: (error: unknown) => void,
): OutputReader {
  if (!stream) return { chunks: () => 0, ended: Promise.resolve(), release: async () => undefined };
  // A character may be split over two chunks.
  const decoder = new StringDecoder("utf8");
  let released = false;
  let chunks = 0;
  let pending = Promise.resolve();
  const enqueue = (text: string): void => {
    if (text === "") return;
    pending = pending.then(() => take(text)).catch(failed);
  };
  stream.on("data", (chunk: Buffer) => {
    if (released) return;
    chunks++;
    enqueue(decoder.write(chunk));
    // The program waits while we write, so that a flood of output can't fill the memory.
    stream.pause();
    void pending.then(() => stream.resume());
  });
  // A broken pipe is an end like any other: the exit code tells the rest.
  stream.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => stream.once("close", resolve));
  const finish = async (): Promise<void> => {
    enqueue(decoder.end());
    await pending;
  };
  return {
    chunks: () => chunks,
    ended: closed.then(() => (released ? undefined : finish())),
    async release(keepReading) {
      released = true;
      await finish();
      if (!keepReading) stream.destroy();
      else if ("unref" in stream && typeof stream.unref === "function") stream.unref();
    },
  };
}

/** While output still flows, the drain time begins anew, but not more often than this. */
const LONGEST_DRAIN = 20;

/** Waits for the end of the output, but not for ever. Says whether it had to be cut off. */
async function drain(
  streams: readonly OutputReader[],
  keepReading: boolean,
  deps: EngineDependencies,
): Promise<boolean> {
  const ended = Promise.all(streams.map((stream) => stream.ended));
  const progress = (): number => streams.reduce((sum, stream) => sum + stream.chunks(), 0);
  for (let round = 0, seen = -1; round < LONGEST_DRAIN && progress() > seen; round++) {
    seen = progress();
    let cancel = (): void => undefined;
    const late = new Promise<"late">((resolve) => {
      cancel = deps.timer(deps.drainMs, () => resolve("late"));
    });
    const result = await Promise.race([ended, late]);
    cancel();
    if (result !== "late") return false;
  }
  await Promise.all(streams.map((stream) => stream.release(keepReading)));
  return true;
}

/** When a first TERM may have been lost, in milliseconds. */
const REPEAT_MS = 500;

/**
 * TERM, wait, KILL, wait. What does not go soon gets a second TERM: the first is lost on a program that the shell was just
 * starting, because until then it is a copy of the shell with the shell's own handler.
 */
async function endTree(tree: ProcessTree, deps: EngineDependencies): Promise<void> {
  await tree.terminate();
  if (await goneWithin(tree, Math.min(REPEAT_MS, deps.graceMs), deps)) return;
  await tree.terminate();
  if (await goneWithin(tree, deps.graceMs, deps)) return;
  await tree.kill();
  await goneWithin(tree, deps.graceMs, deps);
}

async function goneWithin(tree: ProcessTree, milliseconds: number, deps: EngineDependencies): Promise<boolean> {
  let expired = false;
  const cancel = deps.timer(milliseconds, () => {
    expired = true;
  });
  while (await tree.alive()) {
    if (expired) return false;
    await new Promise<void>((resolve) => deps.timer(POLL_MS, resolve));
  }
  cancel();
  return true;
}
