import type { Checker, CheckerHost } from "../workspace/checker.ts";
import type { RunFactsSource } from "../workspace/run-facts-source.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What the process around the server gives it. */
export interface ServerHost {
  /** The files that this process reads itself (`file:` on a machine); undefined in a browser. */
  readonly files: Workspace | undefined;
  /** Today in the user's zone, ISO `YYYY-MM-DD`. */
  readonly today: () => string;
  /** What records of runs tell; left out where this process can't read them. */
  readonly runs?: RunFactsSource;
  /** `createChecker`; tests count what it is asked. */
  readonly createChecker: (host: CheckerHost) => Checker;
}
