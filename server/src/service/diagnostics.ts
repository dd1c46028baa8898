import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Finding, FixSafety, Severity } from "../core/rules/rule.ts";
import type { CheckedDocument } from "./checked-document.ts";
import { toLspRange } from "./positions.ts";

/** Who says it: the same in every editor, so that users can filter by it. */
const DIAGNOSTIC_SOURCE = "runbook";

/** What a diagnostic carries for our own code actions and for clients that count what can be mended. */
export interface DiagnosticData {
  readonly code: string;
  readonly name: string;
  /** The best fix there is. */
  readonly fix: FixSafety | "none";
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Suppression comments without effect: editors show them faded, as they do unused code. */
const UNNECESSARY = new Set(["SUP001"]);

/** The findings of a document as an editor shows them, in the order of the text. */
export function toDiagnostics({ uri, lines, findings }: CheckedDocument): Diagnostic[] {
  return findings.map((finding) => {
    const data: DiagnosticData = { code: finding.code, name: finding.name, fix: bestFix(finding) };
    const diagnostic: Diagnostic = {
      range: toLspRange(lines, finding.range),
      severity: SEVERITIES[finding.severity],
      code: finding.code,
      codeDescription: { href: finding.url },
      source: DIAGNOSTIC_SOURCE,
      message: finding.message,
      data,
    };
    if (UNNECESSARY.has(finding.code)) diagnostic.tags = [DiagnosticTag.Unnecessary];
    if (finding.related.length > 0) {
      diagnostic.relatedInformation = finding.related.map(({ range, message }) => ({
        location: { uri, range: toLspRange(lines, range) },
        message,
      }));
    }
    return diagnostic;
  });
}

function bestFix(finding: Finding): FixSafety | "none" {
  if (finding.fixes.some((fix) => fix.safety === "safe")) return "safe";
  return finding.fixes.length > 0 ? "unsafe" : "none";
}
