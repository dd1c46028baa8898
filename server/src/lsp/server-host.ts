import type { Checker, CheckerHost } from "../workspace/checker.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What the process around the server gives it. */
export interface ServerHost {
  /** The files that this process reads itself (`file:` on a machine); undefined in a browser. */
  readonly files: Workspace | undefined;
  /** Today in the user's zone, ISO `YYYY-MM-DD`. */
  readonly today: () => string;
  /** `createChecker`; tests count what it is asked. */
  readonly createChecker: (host: CheckerHost) => Checker;
}
