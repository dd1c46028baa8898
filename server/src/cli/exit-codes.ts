/** Exit codes of every command but `run`, which has its own. */
export const EXIT = {
  clean: 0,
  /** Findings at or above `--fail-on`, or more warnings than `--max-warnings`. */
  findings: 1,
  /** Wrong usage, an invalid configuration, or input that cannot be read. The rest was still checked. */
  usage: 2,
  /** A defect of ours. */
  internal: 3,
  /** Ended by Ctrl+C (128 + SIGINT). */
  interrupted: 130,
} as const;
