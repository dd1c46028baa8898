import { l10n, languages, window } from "vscode";
import { pickOne } from "../checklist/questions.ts";

const CODE = /^[A-Z]{2,4}\d{3}$/;

/**
 * The rule whose documentation the person wants to read, when the command came without one (from the palette): that of
 * the findings on the cursor's line, else of the whole document; when there are several, the person chooses. Undefined
 * when there is none (which is said) or the person turned away.
 */
export async function chooseRule(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const line = editor?.selection.active.line;
  const findings = editor === undefined ? [] : languages.getDiagnostics(editor.document.uri);
  const ours = findings.filter(({ source }) => source === "runbook");
  const here = ours.filter(({ range }) => line !== undefined && range.start.line <= line && line <= range.end.line);
  const byCode = new Map((here.length > 0 ? here : ours).map((finding) => [codeOf(finding.code), finding.message]));
  const choices = [...byCode].flatMap(([code, message]) =>
    code === undefined ? [] : [{ label: code, detail: message, value: code }],
  );
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t("This document has no findings whose rule could be explained."));
    return undefined;
  }
  if (choices.length === 1) return choices[0]?.value;
  return pickOne(choices, { title: l10n.t("Open Rule Documentation"), placeHolder: l10n.t("Which rule?") });
}

function codeOf(code: unknown): string | undefined {
  const value = typeof code === "object" && code !== null && "value" in code ? code.value : code;
  return typeof value === "string" && CODE.test(value) ? value : undefined;
}
