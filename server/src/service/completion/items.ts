import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
} from "vscode-languageserver-types";
import type { Range } from "../../core/syntax/range.ts";
import { toLspRange } from "../positions.ts";
import type { CompletionRequest } from "./completion-request.ts";

/** A completion before it is put into the protocol's form. */
export interface Proposal {
  readonly label: string;
  /** What is typed is compared with this; the label when left out. */
  readonly filter?: string;
  readonly newText: string;
  /** True when `newText` has `${1:placeholders}`. */
  readonly snippet?: boolean;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly kind: CompletionItemKind;
}

/** Proposals that replace `replace`, in the given order: the editor must not sort them by the alphabet. */
export function toItems(
  { checked: { lines }, snippets }: CompletionRequest,
  replace: Range,
  proposals: readonly Proposal[],
): CompletionItem[] {
  const range = toLspRange(lines, replace);
  return proposals.map((proposal, index) => {
    const snippet = proposal.snippet === true && snippets;
    const newText = proposal.snippet === true && !snippets ? withoutStops(proposal.newText) : proposal.newText;
    const item: CompletionItem = {
      label: proposal.label,
      kind: proposal.kind,
      sortText: String(index).padStart(3, "0"),
      filterText: proposal.filter ?? proposal.label,
      insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText },
    };
    if (proposal.detail !== undefined) item.detail = proposal.detail;
    if (proposal.documentation !== undefined) {
      item.documentation = { kind: MarkupKind.Markdown, value: proposal.documentation };
    }
    return item;
  });
}

/** A snippet as plain text: `${1:text}` is `text`, `$0` is nothing. */
function withoutStops(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\d+|\$\{\d+\}/g, (_match, text: string | undefined) =>
    (text ?? "").replace(/\\([\\$}])/g, "$1"),
  );
}

/** A text of the document as it is, inside a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
