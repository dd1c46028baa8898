import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Category } from "../../core/schema/taxonomies/category.ts";
import { type CompletionRequest, cursorLine } from "./completion-request.ts";
import { type Proposal, toItems } from "./items.ts";
import { categoriesOf } from "./taxonomies.ts";

const IN_PARENTHESES = /\(([^()]*)$/;
const IN_BOLD = /(?:^|[^*])\*\*([^*]*)$/;
const AT_ITEM_START = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?([\w /-]*)$/;

/**
 * The categories of the section's taxonomy, at the start of a list item, in bold or in parentheses. Undefined where no
 * category belongs. The author chooses: nothing is guessed from the text.
 */
export function categoryCompletions(request: CompletionRequest): CompletionItem[] | undefined {
  const { document } = request.checked;
  if (document?.kind !== "postmortem") return undefined;
  const section = document.outline.sections.findLast(
    ({ id, body }) =>
      categoriesOf(id, document.structure) !== undefined && body.start <= request.offset && request.offset <= body.end,
  );
  const entries = categoriesOf(section?.id, document.structure);
  if (entries === undefined) return undefined;
  const { before, after } = cursorLine(request);

  const inParentheses = IN_PARENTHESES.exec(before)?.[1];
  if (inParentheses !== undefined) {
    return items(
      request,
      entries,
      inParentheses,
      ({ label }) => `${lowerFirst(label)}${after.startsWith(")") ? "" : ")"}`,
    );
  }
  const inBold = IN_BOLD.exec(before)?.[1];
  // An even number of markers before the cursor: the bold text is closed already.
  if (inBold !== undefined && (before.match(/\*\*/g)?.length ?? 0) % 2 === 1) {
    return items(request, entries, inBold, ({ label }) => (after.startsWith("**") ? label : `${label}**: `));
  }
  const atStart = AT_ITEM_START.exec(before)?.[1];
  if (atStart === undefined) return undefined;
  return items(request, entries, atStart, ({ label }) => `**${label}**: `);
}

function items(
  request: CompletionRequest,
  entries: readonly Category[],
  typed: string,
  write: (entry: Category) => string,
): CompletionItem[] {
  const proposals = entries.map(
    (entry): Proposal => ({
      label: entry.label,
      filter: [entry.label, entry.id, ...entry.aliases].join(" "),
      newText: write(entry),
      detail: entry.group,
      documentation: describe(entry),
      kind: CompletionItemKind.EnumMember,
    }),
  );
  return toItems(request, { start: request.offset - typed.length, end: request.offset }, proposals);
}

/** `Rollback` inside a sentence is `rollback`; `SLO …` stays. */
function lowerFirst(label: string): string {
  return label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

function describe({ definition, typical }: Category): string {
  return typical.length === 0 ? definition : `${definition}\n\nTypical: ${typical.join(", ")}.`;
}
