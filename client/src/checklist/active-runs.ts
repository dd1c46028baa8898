import { commands, type Disposable } from "vscode";

/** A run that goes on. */
export interface ActiveRun {
  /** URI of the runbook. */
  readonly uri: string;
  readonly title: string;
  /** Ends the running step's process tree and the run. */
  stop(): void;
  /** Shows its terminal, when it has one already. */
  show(): void;
}

/** The runs of this window: at most one a document. */
export interface ActiveRuns extends Disposable {
  of(uri: string): ActiveRun | undefined;
  all(): readonly ActiveRun[];
  /** Adds a run; the answer takes it out again. */
  add(run: ActiveRun): () => void;
}

/** Makes the list, and keeps the context key `runbook.running` for menus and keybindings. */
export function createActiveRuns(): ActiveRuns {
  const runs = new Map<string, ActiveRun>();
  const update = (): void => {
    void commands.executeCommand("setContext", "runbook.running", runs.size > 0);
  };
  return {
    of: (uri) => runs.get(uri),
    all: () => [...runs.values()],
    add(run) {
      runs.set(run.uri, run);
      update();
      return () => {
        runs.delete(run.uri);
        update();
      };
    },
    // A window that closes must not leave commands running that nobody watches.
    dispose() {
      for (const run of runs.values()) run.stop();
    },
  };
}
