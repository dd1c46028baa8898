/** Signals that mean "stop": Ctrl+C, a polite kill, a closed terminal. */
const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A stop that the person can give from outside. */
export interface Stop {
  readonly signal: AbortSignal;
  /** Gives the signals their usual meaning back. */
  readonly dispose: () => void;
}

/** Turns the stopping signals of this process into an abort; `onStop` is called once, with the first. */
export function stopOnSignals(onStop: () => void): Stop {
  const abort = new AbortController();
  const stop = (): void => {
    if (abort.signal.aborted) return;
    onStop();
    abort.abort();
  };
  for (const name of STOPPING) process.on(name, stop);
  return {
    signal: abort.signal,
    dispose() {
      for (const name of STOPPING) process.off(name, stop);
    },
  };
}
