import { type CheckReport, fixSafety } from "../check/report.ts";

/**
 * The report for programs, a stable contract: lines and columns are 1-based, columns in UTF-16 code units, the end is
 * exclusive. Every checked file is listed, also those that are neither runbook nor postmortem.
 */
export function formatJson({ files, summary }: CheckReport): string {
  const data = {
    version: 1,
    files: files.map(({ path, kind, findings, lines }) => ({
      path,
      kind,
      findings: findings.map((finding) => {
        const start = lines.positionAt(finding.range.start);
        const end = lines.positionAt(finding.range.end);
        return {
          code: finding.code,
          name: finding.name,
          severity: finding.severity,
          message: finding.message,
          line: start.line + 1,
          column: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
          fix: fixSafety(finding),
        };
      }),
    })),
    summary,
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
