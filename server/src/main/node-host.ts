import { createRunFacts } from "../engine/record/run-facts.ts";
import type { ServerHost } from "../lsp/server-host.ts";
import { createChecker } from "../workspace/checker.ts";
import { localDate } from "../workspace/local-date.ts";
import { createNodeWorkspace } from "../workspace/node-workspace.ts";

/** The server's host in a Node process: it reads the machine's files itself. */
export function createNodeHost(): ServerHost {
  return {
    files: createNodeWorkspace(),
    today: () => localDate(new Date()),
    runs: createRunFacts(),
    createChecker,
  };
}
