import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { type CompletionRequest, cursorLine } from "./completion-request.ts";
import { type Proposal, toItems } from "./items.ts";
import { SEVERITY_CHOICES } from "./taxonomies.ts";

/** `**Severity**: `, `**Severity:** `, `Severity: `, as a list item or a table row too. */
const FIELD = /^\s*(?:[-*+]\s+)?(?:\|\s*)?(?:\*\*|__)?severity(?:\*\*|__)?\s*[:|](?:\*\*|__)?\s*([\w-]*)$/i;

/** The severities behind a severity field of the text. Undefined elsewhere. */
export function severityCompletions(request: CompletionRequest): CompletionItem[] | undefined {
  const typed = FIELD.exec(cursorLine(request).before)?.[1];
  if (typed === undefined) return undefined;
  return toItems(request, { start: request.offset - typed.length, end: request.offset }, severityProposals());
}

/** The levels of the common scale, worst first, in the spelling that most teams write. */
export function severityProposals(): Proposal[] {
  return SEVERITY_CHOICES.map(({ label, detail }) => ({
    label,
    newText: label,
    detail,
    kind: CompletionItemKind.EnumMember,
  }));
}
