import type { createColors } from "picocolors";
import { type CheckReport, SEVERITIES } from "../check/report.ts";
import { wrap } from "./wrap.ts";

/** Rules shown when nobody asked for statistics: the rest is one line. */
const MOST_RULES = 10;

/** The end of the text report: files, findings by severity and by rule, what can be fixed, and how long it took. */
export function formatSummary(
  { files, summary }: CheckReport,
  style: { readonly width: number; readonly statistics: boolean },
  colors: ReturnType<typeof createColors>,
): string {
  const names = new Map(files.flatMap((file) => file.findings.map((finding) => [finding.code, finding.name] as const)));
  const out: string[] = [];

  const rules = Object.entries(summary.byRule);
  const shown = style.statistics ? rules : rules.slice(0, MOST_RULES);
  const digits = String(shown[0]?.[1] ?? 0).length;
  for (const [code, number] of shown) {
    out.push(`${String(number).padStart(digits + 2)} ${code.padEnd(6)} ${names.get(code) ?? ""}`.trimEnd());
  }
  if (shown.length < rules.length) {
    const rest = rules.slice(MOST_RULES).reduce((sum, [, number]) => sum + number, 0);
    const others = rules.length - MOST_RULES;
    out.push(`${String(rest).padStart(digits + 2)} more, of ${count(others, "other rule")} (--statistics names them)`);
  }
  if (out.length > 0) out.push("");

  const kinds = Object.entries(summary.byKind).map(([kind, number]) =>
    kind === "other" ? `${number} other` : count(number, kind),
  );
  const what = kinds.length > 0 ? ` (${kinds.join(", ")})` : "";
  out.push(...wrap(`Checked ${count(summary.files, "file")}${what} in ${seconds(summary.durationMs)}.`, style.width));

  const severities = SEVERITIES.flatMap((severity) => {
    const number = summary.bySeverity[severity];
    if (number === 0) return [];
    return [severity === "information" ? `${number} information` : count(number, severity)];
  });
  const ours = (summary.byKind["runbook"] ?? 0) + (summary.byKind["postmortem"] ?? 0);
  const nothing =
    summary.files === 0
      ? "No Markdown file was found."
      : ours === 0
        ? "No runbook or postmortem among them: `runbook list --all` shows what they are."
        : colors.green("No findings.");
  const total = summary.findings === 0 ? nothing : `${count(summary.findings, "finding")}: ${severities.join(", ")}.`;
  const fixed = summary.fixed === 0 ? "" : ` Fixed ${summary.fixed}.`;
  const fixable = summary.fixable === 0 ? "" : ` ${summary.fixable} can be fixed with --fix.`;
  out.push(...wrap(`${total}${fixed}${fixable}`, style.width));
  return `${out.join("\n")}\n`;
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function seconds(milliseconds: number): string {
  return milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${Math.round(milliseconds / 1000)} s`;
}
