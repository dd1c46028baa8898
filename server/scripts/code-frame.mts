import type { Finding } from "../src/core/rules/rule.ts";
import { createLineIndex } from "../src/core/syntax/line-index.ts";

/**
 * A finding as a rule's page shows it: place, severity, code and name, the line with its place underlined, the message,
 * related places and fixes. Lines and columns count from 1.
 */
export function codeFrame(text: string, finding: Finding): string {
  const lines = createLineIndex(text);
  const at = lines.positionAt(finding.range.start);
  const line = lines.lineRange(at.line);
  const source = text.slice(line.start, line.end).replaceAll("\t", " ");
  const width = Math.max(1, Math.min(finding.range.end, line.end) - finding.range.start);
  const gutter = " ".repeat(String(at.line + 1).length);
  const where = (offset: number): string => {
    const position = lines.positionAt(offset);
    return `${position.line + 1}:${position.character + 1}`;
  };
  return [
    `${where(finding.range.start)} ${finding.severity} ${finding.code} ${finding.name}`,
    `  ${at.line + 1} | ${source}`,
    `  ${gutter} | ${" ".repeat(at.character)}${"^".repeat(width)}`,
    `  ${finding.message}`,
    ...finding.related.map(({ range, message }) => `  see ${where(range.start)}: ${message}`),
    ...finding.fixes.map(({ title, safety }) => `  fix (${safety}): ${title}`),
    "",
  ].join("\n");
}
