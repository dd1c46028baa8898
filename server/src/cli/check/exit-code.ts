import { EXIT } from "../exit-codes.ts";
import type { CheckOptions } from "./options.ts";
import { type CheckReport, SEVERITIES } from "./report.ts";

/** What besides the findings decides on the exit code. */
export interface Failures {
  /** Files that could not be read or written. */
  readonly unreadable: number;
  readonly internal: number;
}

/**
 * The gravest wins: internal error (a rule that failed counts), then unreadable input or an invalid configuration, then
 * findings at or above `--fail-on` or more warnings than `--max-warnings`.
 */
export function exitCodeOf(
  { files, summary }: CheckReport,
  failures: Failures,
  options: Pick<CheckOptions, "failOn" | "maxWarnings">,
): number {
  if (failures.internal > 0 || (summary.byRule["INT001"] ?? 0) > 0) return EXIT.internal;
  const invalid = files.some(({ kind, findings }) => kind === "configuration" && findings.some(isInvalid));
  if (failures.unreadable > 0 || invalid) return EXIT.usage;
  const tooMany = options.maxWarnings !== undefined && summary.bySeverity.warning > options.maxWarnings;
  const grave = options.failOn === "never" ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  return tooMany || grave.some((severity) => summary.bySeverity[severity] > 0) ? EXIT.findings : EXIT.clean;
}

/** Whether a finding in a configuration file says that something in it does not hold. */
export function isInvalid(finding: { readonly code: string }): boolean {
  return finding.code === "CF001";
}
