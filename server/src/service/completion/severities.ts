import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { SEVERITIES, type SeveritySpec } from "../../core/schema/taxonomies/severities.ts";
import { type CompletionRequest, cursorLine } from "./completion-request.ts";
import { type Proposal, toItems } from "./items.ts";

/** `**Severity**: `, `**Severity:** `, `Severity: `, as a list item or a table row too. */
const FIELD = /^\s*(?:[-*+]\s+)?(?:\|\s*)?(?:\*\*|__)?severity(?:\*\*|__)?\s*[:|](?:\*\*|__)?\s*([\w-]*)$/i;

/** The severities behind a severity field of the text. Undefined elsewhere. */
export function severityCompletions(request: CompletionRequest): CompletionItem[] | undefined {
  const typed = FIELD.exec(cursorLine(request).before)?.[1];
  if (typed === undefined) return undefined;
  return toItems(
    request,
    { start: request.offset - typed.length, end: request.offset },
    severityProposals(request.checked.document?.structure.severities),
  );
}

/** The levels of the common scale, worst first, in the spelling that most teams write. */
export function severityProposals(severities: readonly SeveritySpec[] = SEVERITIES): Proposal[] {
  // Single letters and digits are read, but nobody should write them anew.
  return severities.map(({ label, spellings }) => ({
    label,
    newText: label,
    detail: spellings.filter((spelling) => /^[a-z]\w+$/.test(spelling)).join(", "),
    kind: CompletionItemKind.EnumMember,
  }));
}
