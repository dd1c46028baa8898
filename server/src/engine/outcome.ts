import type { RunExitCode, RunOutcome } from "./contract.ts";

const EXIT_CODES: Readonly<Record<RunOutcome["status"], RunExitCode>> = {
  done: 0,
  failed: 1,
  refused: 2,
  "verification-failed": 3,
  "needs-confirmation": 4,
  stopped: 5,
  "context-mismatch": 6,
};

/** An outcome with the exit code that belongs to its status. */
export function outcome(status: RunOutcome["status"], message: string, recordFolder?: string): RunOutcome {
  return { status, exitCode: EXIT_CODES[status], recordFolder, message };
}
