// Whatever is started or made is registered here, so that it is gone however the run ends: the normal way, an
// exception, or Ctrl+C (which `endOnSignals` turns into an exit).
import { setTimeout as delay } from "node:timers/promises";

const pending = new Set();

process.once("exit", () => {
  // Newest first: a server must be dead before the folder it writes into is removed.
  for (const undo of [...pending].reverse()) {
    try {
      undo();
    } catch {
      // Nobody is left to tell, and the others must still have their turn.
    }
  }
});

/**
 * Runs `undo` when the process exits. It must be synchronous.
 *
 * @param {() => void} undo
 * @returns {() => void} forgets it again, for the usual case that it was done earlier
 */
export function atExit(undo) {
  pending.add(undo);
  return () => pending.delete(undo);
}

const closers = new Set();

/**
 * Runs `close` when the process is interrupted, before what `atExit` was told: for whoever can only tidy up in its own
 * time, such as a browser with its profile.
 *
 * @param {() => Promise<void>} close
 * @returns {() => void} forgets it again
 */
export function onInterrupt(close) {
  closers.add(close);
  return () => closers.delete(close);
}

/**
 * Makes the usual signals end the process, so that what `onInterrupt` and `atExit` were told happens.
 *
 * @returns {AbortSignal} aborted from the first signal on: tests that fail because their browser is being closed are no
 *   news, and the exit code is ours
 */
export function endOnSignals() {
  const interrupted = new AbortController();
  const end = async () => {
    interrupted.abort();
    const all = Promise.allSettled([...closers].map((close) => close()));
    // Whoever interrupts doesn't want to wait.
    await Promise.race([all, delay(5_000)]);
    process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
  return interrupted.signal;
}
