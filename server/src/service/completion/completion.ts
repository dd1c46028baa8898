import type { CompletionItem } from "vscode-languageserver-types";
import { touches } from "../../core/syntax/range.ts";
import { attributeCompletions } from "./attributes.ts";
import { categoryCompletions } from "./categories.ts";
import type { CompletionRequest } from "./completion-request.ts";
import { frontMatterCompletions } from "./front-matter.ts";
import { sectionCompletions } from "./sections.ts";
import { severityCompletions } from "./severities.ts";
import { suppressionCompletions } from "./suppressions.ts";

/**
 * What can be written at a place; the first construct that claims the place answers alone. A blank is a trigger only
 * where few values are possible: in prose, a list that opens after each word would be a nuisance.
 */
export function completions(request: CompletionRequest, trigger: string | undefined): CompletionItem[] {
  const { document } = request.checked;
  if (document === undefined) return [];
  const narrow =
    suppressionCompletions(request) ??
    frontMatterCompletions(request) ??
    attributeCompletions(request) ??
    (isInCode(request) ? [] : undefined) ??
    severityCompletions(request);
  if (narrow !== undefined) return narrow;
  if (trigger === " " || trigger === ":" || trigger === "=" || trigger === "{") return [];
  return categoryCompletions(request) ?? sectionCompletions(request);
}

function isInCode({ checked: { document }, offset }: CompletionRequest): boolean {
  return document?.codeBlocks.some(({ range }) => touches(range, offset) && range.start < offset) ?? false;
}
