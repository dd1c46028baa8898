import { visibleText } from "./formats/visible-text.ts";
import type { CliIo } from "./io.ts";

const ISSUES = "https://github.com/incident-runbooks/incident-runbooks/issues";

/** Says in one line that we failed and how to report it. `RUNBOOK_DEBUG=1` adds the stack trace. */
export function reportInternalError(error: unknown, where: string, io: CliIo): void {
  const reason = error instanceof Error ? error.message : String(error);
  const line = `internal error ${where}: ${reason.split("\n")[0]}. Please report it with the document at ${ISSUES}`;
  io.stderr(`runbook: ${visibleText(line)} (RUNBOOK_DEBUG=1 shows more).\n`);
  if (io.env["RUNBOOK_DEBUG"] === "1" && error instanceof Error) io.stderr(`${error.stack ?? ""}\n`);
}
