import type { DocumentKind } from "../../core/model/document-kind.ts";
import type { Finding, Severity } from "../../core/rules/rule.ts";
import type { LineIndex } from "../../core/syntax/line-index.ts";

/** What a checked file is; a configuration file is checked too. */
type CheckedKind = DocumentKind | "configuration";

/** A checked file with all that a format needs to show its findings. */
export interface FileReport {
  /** Relative to the working directory, `/`-separated on every platform. */
  readonly path: string;
  readonly kind: CheckedKind;
  /** The text that was checked: after the fixes, when there were any. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
  /** Fixes that `--fix` applied. */
  readonly fixed: number;
}

/** Everything that `check` found out. */
export interface CheckReport {
  readonly files: readonly FileReport[];
  readonly summary: CheckSummary;
}

/** The findings in numbers; the keys of a record are only those that occur, in a fixed order. */
export interface CheckSummary {
  readonly files: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly findings: number;
  /** By code, the most frequent first; equal ones by code. */
  readonly byRule: Readonly<Record<string, number>>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Findings that `--fix` would mend. */
  readonly fixable: number;
  readonly fixed: number;
  readonly durationMs: number;
}

/** Severities, the gravest first. */
export const SEVERITIES = ["error", "warning", "information", "hint"] as const satisfies readonly Severity[];

/** How far a finding can be mended for the person: by the best of its fixes. */
export function fixSafety(finding: Finding): "none" | "safe" | "unsafe" {
  if (finding.fixes.length === 0) return "none";
  return finding.fixes.some((fix) => fix.safety === "safe") ? "safe" : "unsafe";
}

/** Counts the findings of all files. */
export function summarise(files: readonly FileReport[], durationMs: number): CheckSummary {
  const findings = files.flatMap((file) => file.findings);
  const count = (keys: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const kinds = count(files.map((file) => file.kind));
  const severities = count(findings.map((finding) => finding.severity));
  const rules = [...count(findings.map((finding) => finding.code))].sort(
    ([codeA, a], [codeB, b]) => b - a || (codeA < codeB ? -1 : 1),
  );
  return {
    files: files.length,
    byKind: Object.fromEntries(
      ["runbook", "postmortem", "other", "configuration"].flatMap((kind) => {
        const number = kinds.get(kind);
        return number === undefined ? [] : [[kind, number]];
      }),
    ),
    findings: findings.length,
    byRule: Object.fromEntries(rules),
    bySeverity: {
      error: severities.get("error") ?? 0,
      warning: severities.get("warning") ?? 0,
      information: severities.get("information") ?? 0,
      hint: severities.get("hint") ?? 0,
    },
    fixable: findings.filter((finding) => fixSafety(finding) === "safe").length,
    fixed: files.reduce((sum, file) => sum + file.fixed, 0),
    durationMs: Math.round(durationMs),
  };
}
