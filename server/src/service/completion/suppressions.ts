import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { ruleMarkdown } from "../rule-docs.ts";
import { type CompletionRequest, cursorLine } from "./completion-request.ts";
import { type Proposal, toItems } from "./items.ts";

const DIRECTIVES: readonly (readonly [name: string, meaning: string])[] = [
  ["runbook-disable-next-line", "Silences rules for the block that follows."],
  ["runbook-disable", "Silences rules from here to `runbook-enable`, or to the end."],
  ["runbook-enable", "Ends a `runbook-disable`."],
  ["runbook-disable-file", "Silences rules in the whole file."],
];

/** The directives inside `<!-- runbook-… -->`, and behind one the codes of rules: those with findings here first. */
export function suppressionCompletions(request: CompletionRequest): CompletionItem[] | undefined {
  const { before } = cursorLine(request);
  const comment = /<!--\s*((?:(?!-->).)*)$/.exec(before)?.[1];
  if (comment === undefined) return undefined;
  const directive = /^runbook-(?:disable-next-line|disable-file|disable|enable)\s/.exec(comment);
  if (directive) return ruleItems(request, comment.slice(directive[0].length));
  const word = /^[\w-]*$/.exec(comment)?.[0];
  // A comment about something else: nothing to say, and nothing else to propose inside it.
  if (word === undefined) return [];
  const proposals = DIRECTIVES.map(
    ([name, documentation]): Proposal => ({
      label: name,
      newText: `${name} `,
      documentation,
      kind: CompletionItemKind.Keyword,
    }),
  );
  return toItems(request, { start: request.offset - word.length, end: request.offset }, proposals);
}

function ruleItems(request: CompletionRequest, list: string): CompletionItem[] {
  const { document, findings } = request.checked;
  // Behind `--` stands the reason.
  if (/(?:^|\s)--(?:\s|$)/.test(list)) return [];
  const word = /[^\s,]*$/.exec(list)?.[0] ?? "";
  const named = new Set(
    list
      .slice(0, list.length - word.length)
      .split(/[\s,]+/)
      .map((name) => name.toLowerCase()),
  );
  const found = new Set(findings.map(({ code }) => code));
  const rules = request.rules
    .filter(({ kinds, code, name }) => {
      const fits = document === undefined || kinds.some((kind) => kind === document.kind);
      return fits && !named.has(code.toLowerCase()) && !named.has(name);
    })
    .sort((a, b) => Number(found.has(b.code)) - Number(found.has(a.code)) || (a.code < b.code ? -1 : 1));
  const proposals = rules.map(
    (rule): Proposal => ({
      label: rule.code,
      filter: `${rule.code} ${rule.name}`,
      newText: rule.code,
      detail: rule.name,
      documentation: ruleMarkdown(rule),
      kind: CompletionItemKind.Value,
    }),
  );
  return toItems(request, { start: request.offset - word.length, end: request.offset }, proposals);
}
