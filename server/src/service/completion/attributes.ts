import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { IncidentDocument } from "../../core/model/document.ts";
import { ATTRIBUTE_KEYS, findAttributeSpec } from "../../core/schema/attribute-keys.ts";
import { touches } from "../../core/syntax/range.ts";
import { allSteps } from "../all-steps.ts";
import { type CompletionRequest, cursorLine } from "./completion-request.ts";
import { type Proposal, toItems } from "./items.ts";

/** Keys and values inside the braces behind a fence's language. Undefined outside of such a line. */
export function attributeCompletions(request: CompletionRequest): CompletionItem[] | undefined {
  const { document, lines } = request.checked;
  const block = document?.codeBlocks.find(
    ({ form, infoRange, range }) =>
      form === "fenced" &&
      (touches(infoRange, request.offset) || lines.lineAt(range.start) === lines.lineAt(request.offset)),
  );
  if (document === undefined || block === undefined) return undefined;
  const { before, after } = cursorLine(request);
  const open = before.lastIndexOf("{");
  // Other forms (JSON, YAML flow) are read but not written.
  if (open < 0 || before.includes("}", open) || /^\{\s*["\w]+"?:/.test(before.slice(open))) return [];
  const written = before.slice(open + 1);
  const value = /(?:^|\s)([\w-]+)=(?:"([^"]*)|([^\s"]*))$/.exec(written);
  if (value) return valueItems(request, document, value[1] ?? "", value[2] ?? value[3] ?? "");
  const word = /(?:^|\s)([\w-]*)$/.exec(written)?.[1];
  if (word === undefined) return [];
  const used = new Set(Array.from(`${written} ${after}`.matchAll(/([\w-]+)=/g), ([, key]) => key));
  return keyItems(request, used, word);
}

function keyItems(request: CompletionRequest, used: ReadonlySet<string | undefined>, word: string): CompletionItem[] {
  const proposals = ATTRIBUTE_KEYS.filter(({ key }) => !used.has(key)).map(
    ({ key, choices, purpose, values, origin }): Proposal => {
      const offered = request.snippets && choices.length > 0;
      return {
        label: key,
        newText: offered ? `${key}=\${1|${choices.join(",")}|}` : `${key}=`,
        snippet: offered,
        detail: origin === "runme" ? "Runme" : values,
        documentation: purpose,
        kind: CompletionItemKind.Property,
      };
    },
  );
  return toItems(request, { start: request.offset - word.length, end: request.offset }, proposals);
}

function valueItems(
  request: CompletionRequest,
  document: IncidentDocument,
  key: string,
  typed: string,
): CompletionItem[] {
  const isStepList = key === "needs" || key === "undo";
  const word = isStepList ? typed.slice(typed.lastIndexOf(",") + 1) : typed;
  const replace = { start: request.offset - word.length, end: request.offset };
  if (isStepList) return toItems(request, replace, stepProposals(request, document, key));
  const spec = findAttributeSpec(key);
  const proposals = (spec?.choices ?? []).map(
    (choice): Proposal => ({ label: choice, newText: choice, kind: CompletionItemKind.EnumMember }),
  );
  return toItems(request, replace, proposals);
}

/** The other steps of the document: a step that needs or undoes itself makes no sense. */
function stepProposals({ offset }: CompletionRequest, document: IncidentDocument, key: string): Proposal[] {
  if (document.kind !== "runbook") return [];
  const steps = document.procedures.flatMap(({ steps }) => allSteps(steps));
  const proposals = steps
    .filter(
      ({ range, commands }) => !touches(range, offset) && commands.every(({ block }) => !touches(block.range, offset)),
    )
    .map(({ id, title }): Proposal => ({ label: id, newText: id, detail: title, kind: CompletionItemKind.Reference }));
  if (key === "needs") return proposals;
  const none = { label: "none", newText: "none", detail: "a point of no return", kind: CompletionItemKind.EnumMember };
  return [...proposals, none];
}
