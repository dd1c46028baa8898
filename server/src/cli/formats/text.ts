import { createColors } from "picocolors";
import type { Finding, Severity } from "../../core/rules/rule.ts";
import { type CheckReport, type FileReport, fixSafety } from "../check/report.ts";
import { codeFrame } from "./code-frame.ts";
import { formatSummary } from "./text-summary.ts";
import { visibleText } from "./visible-text.ts";
import { wrap } from "./wrap.ts";

/** How the text format looks. */
export interface TextStyle {
  readonly color: boolean;
  /** Columns that lines should fit in. */
  readonly width: number;
  /** Only findings, no summary. */
  readonly quiet: boolean;
  /** Only the summary, with every rule, no findings. */
  readonly statistics: boolean;
}

type Colors = ReturnType<typeof createColors>;

/** The report for people: findings file by file, each with its place, its line and its fix; then the summary. */
export function formatText(report: CheckReport, style: TextStyle): string {
  const colors = createColors(style.color);
  const parts: string[] = [];
  if (!style.statistics) {
    for (const file of report.files.map(withoutSecrets)) {
      for (const finding of file.findings) parts.push(formatFinding(file, finding, style, colors));
    }
  }
  if (!style.quiet || style.statistics) parts.push(formatSummary(report, style, colors));
  return parts.join("\n");
}

/** A code frame must not print what a finding asks to take out of the document; offsets stay as they are. */
function withoutSecrets(file: FileReport): FileReport {
  const secrets = file.findings.filter(({ isSensitive }) => isSensitive);
  const text = secrets.reduce(
    (masked, { range: { start, end } }) => masked.slice(0, start) + "*".repeat(end - start) + masked.slice(end),
    file.text,
  );
  return { ...file, text };
}

function formatFinding(file: FileReport, finding: Finding, style: TextStyle, colors: Colors): string {
  const { line, character } = file.lines.positionAt(finding.range.start);
  const place = `${visibleText(file.path)}:${line + 1}:${character + 1}`;
  const severity = paint(finding.severity, colors)(finding.severity);
  const indented = (text: string): string[] => wrap(text, style.width - 2).map((part) => `  ${part}`);

  const out = [
    `${colors.bold(place)}: ${severity} ${colors.bold(finding.code)} ${finding.name}`,
    ...indented(visibleText(finding.message)),
    ...frameLines(file, finding, style, colors),
  ];
  for (const { range, message } of finding.related) {
    const at = file.lines.positionAt(range.start);
    out.push(...indented(`see ${at.line + 1}:${at.character + 1}: ${visibleText(message)}`));
  }
  const [fix] = [...finding.fixes].sort((a, b) => Number(b.safety === "safe") - Number(a.safety === "safe"));
  if (fix !== undefined) {
    const how = fixSafety(finding) === "safe" ? "by --fix" : "in an editor: look at it first";
    out.push(...indented(`${colors.green("fix:")} ${visibleText(fix.title)} (${how})`));
  }
  return `${out.join("\n")}\n`;
}

function frameLines(file: FileReport, finding: Finding, style: TextStyle, colors: Colors): string[] {
  if (file.text === "") return [];
  const line = file.lines.lineAt(finding.range.start) + 1;
  const gutter = " ".repeat(String(line).length);
  const frame = codeFrame(file.text, file.lines, finding.range, style.width - gutter.length - 5);
  if (frame.source.trim() === "") return [];
  const marker = paint(finding.severity, colors)(frame.marker.trimStart());
  const indent = frame.marker.slice(0, frame.marker.length - frame.marker.trimStart().length);
  const until = frame.until === undefined ? "" : colors.dim(` to line ${frame.until}`);
  return [
    `  ${colors.dim(`${line} |`)} ${frame.source}`.trimEnd(),
    `  ${colors.dim(`${gutter} |`)} ${indent}${marker}${until}`,
  ];
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case "error":
      return colors.red;
    case "warning":
      return colors.yellow;
    case "information":
      return colors.cyan;
    case "hint":
      return colors.magenta;
  }
}
