import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import type { Finding } from "../../core/rules/rule.ts";
import { type Range, touches } from "../../core/syntax/range.ts";
import type { CheckedDocument } from "../checked-document.ts";
import { toDiagnostics } from "../diagnostics.ts";
import { mergeFixes } from "./merge-fixes.ts";
import { suppressions } from "./suppress.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** The kind under which editors run all safe fixes, on demand or on save. */
export const FIX_ALL_KIND = "source.fixAll.runbook";

/** What is asked for, and what the client can do with the answer. */
export interface CodeActionRequest {
  /** Where the cursor or the selection is. */
  readonly range: Range;
  /** The kinds asked for, sub-kinds included; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly documentChanges: boolean;
  /** The command that opens a rule's page (argument: its code); undefined where the client can't open an address. */
  readonly openDocumentation: string | undefined;
}

/** The actions for the findings at a place. None where no finding of ours is, except a fix-all that was asked for. */
export function codeActions(checked: CheckedDocument, request: CodeActionRequest): CodeAction[] {
  const wants = (kind: string): boolean => request.only?.some((only) => includesKind(only, kind)) ?? true;
  const diagnostics = toDiagnostics(checked);
  const here = checked.findings.flatMap((finding, index) => {
    const diagnostic = diagnostics[index];
    return diagnostic && near(finding.range, request.range) ? [{ finding, diagnostic }] : [];
  });
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const { finding, diagnostic } of here) actions.push(...fixActions(checked, finding, diagnostic, request));
    actions.push(...sameRuleActions(checked, here, request));
  }
  // Editors without a menu of source actions list everything in one: there it appears only beside our findings.
  if (wants(FIX_ALL_KIND) && (request.only !== undefined || here.length > 0)) {
    actions.push(...fixAllActions(checked, request));
  }
  if (wants(CodeActionKind.QuickFix)) {
    for (const { finding, diagnostic } of oneOfEachRule(here)) {
      actions.push(...silenceActions(checked, finding, diagnostic, request));
    }
  }
  return actions;
}

/** Whether a kind is the given one or below it: `source` includes `source.fixAll.runbook`. */
function includesKind(outer: string, inner: string): boolean {
  return outer === "" || inner === outer || inner.startsWith(`${outer}.`);
}

function near(finding: Range, selection: Range): boolean {
  return touches(finding, selection.start) || (selection.start <= finding.start && finding.start < selection.end);
}

interface Here {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

function fixActions(
  checked: CheckedDocument,
  finding: Finding,
  diagnostic: Diagnostic,
  { documentChanges }: CodeActionRequest,
): CodeAction[] {
  const preferred = finding.fixes.find((fix) => fix.safety === "safe");
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix === preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(checked, fix.edits, documentChanges),
  }));
}

function sameRuleActions(
  checked: CheckedDocument,
  here: readonly Here[],
  { documentChanges }: CodeActionRequest,
): CodeAction[] {
  return oneOfEachRule(here).flatMap(({ finding }) => {
    const same = checked.findings.filter(({ code }) => code === finding.code);
    const { edits, fixes } = mergeFixes(same, "unsafe");
    if (fixes.length < 2) return [];
    const title = `Fix all ${finding.name} problems (${fixes.length})`;
    return [{ title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(checked, edits, documentChanges) }];
  });
}

function fixAllActions(checked: CheckedDocument, { documentChanges }: CodeActionRequest): CodeAction[] {
  const { edits } = mergeFixes(checked.findings, "safe");
  if (edits.length === 0) return [];
  const edit = workspaceEdit(checked, edits, documentChanges);
  return [{ title: "Fix all safe runbook problems", kind: FIX_ALL_KIND, edit }];
}

function silenceActions(
  checked: CheckedDocument,
  finding: Finding,
  diagnostic: Diagnostic,
  { documentChanges, openDocumentation }: CodeActionRequest,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const ways = checked.document ? suppressions(checked.document, finding) : [];
  for (const { title, edits } of ways) {
    const edit = workspaceEdit(checked, edits, documentChanges);
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit });
  }
  if (openDocumentation !== undefined) {
    const title = `Open documentation of ${finding.code}`;
    const command = { title, command: openDocumentation, arguments: [finding.code] };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command });
  }
  return actions;
}

function oneOfEachRule(here: readonly Here[]): Here[] {
  const seen = new Set<string>();
  return here.filter(({ finding }) => !seen.has(finding.code) && seen.add(finding.code));
}
