import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { lineBreakOf } from "../../core/rules/support/line-break.ts";
import type { FrontMatter } from "../../core/syntax/front-matter.ts";
import { type CompletionRequest, cursorLine } from "./completion-request.ts";
import { frontMatterKeys } from "./front-matter-keys.ts";
import { type Proposal, toItems } from "./items.ts";
import { severityProposals } from "./severities.ts";

/** Keys of the front matter on a fresh line, and values behind those that have few. Undefined outside of it. */
export function frontMatterCompletions(request: CompletionRequest): CompletionItem[] | undefined {
  const frontMatter = request.checked.document?.frontMatter;
  if (!frontMatter || !isInside(request, frontMatter)) return undefined;
  const { before, after } = cursorLine(request);
  const value = /^(\s*)([\w-]+):\s+["']?([^"'#]*)$/.exec(before);
  if (value) return valueItems(request, value[2] ?? "", value[3] ?? "", (value[1] ?? "").length);
  const key = /^(\s*)([\w-]*)$/.exec(before);
  if (key === null || after.trim() !== "") return [];
  return keyItems(request, frontMatter, (key[1] ?? "").length, key[2] ?? "");
}

function isInside({ checked: { lines }, offset }: CompletionRequest, { contentStart, range }: FrontMatter): boolean {
  return contentStart <= offset && lines.lineAt(offset) < lines.lineAt(range.end);
}

function keyItems(
  request: CompletionRequest,
  frontMatter: FrontMatter,
  indent: number,
  word: string,
): CompletionItem[] {
  const path = parentPath(request, frontMatter.contentStart, indent);
  const used = new Set(
    frontMatter.entries.filter((entry) => samePath(entry.path.slice(0, -1), path)).map((entry) => entry.path.at(-1)),
  );
  used.delete(word);
  const eol = lineBreakOf(request.checked.text);
  const proposals = frontMatterKeys(path)
    .filter(({ key }) => !used.has(key))
    .map(
      ({ key, documentation, insert = ": " }): Proposal => ({
        label: key,
        newText: `${key}${insert}`.replaceAll("\n", eol),
        snippet: insert !== ": ",
        documentation,
        kind: CompletionItemKind.Property,
      }),
    );
  return toItems(request, { start: request.offset - word.length, end: request.offset }, proposals);
}

function valueItems(request: CompletionRequest, key: string, typed: string, indent: number): CompletionItem[] {
  const start = request.checked.document?.frontMatter?.contentStart ?? 0;
  const known = frontMatterKeys(parentPath(request, start, indent)).find((other) => other.key === key);
  const replace = { start: request.offset - typed.length, end: request.offset };
  if (key === "severity")
    return toItems(request, replace, severityProposals(request.checked.document?.structure.severities));
  const proposals = (known?.values ?? []).map(
    (value): Proposal => ({ label: value, newText: value, kind: CompletionItemKind.EnumMember }),
  );
  return toItems(request, replace, proposals);
}

/** The keys above the cursor's line under whose mapping it stands, by indentation: the YAML may not parse while one types. */
function parentPath({ checked: { text, lines }, offset }: CompletionRequest, from: number, indent: number): string[] {
  const path: string[] = [];
  let deepest = indent;
  const first = lines.lineAt(from);
  for (let line = lines.lineAt(offset) - 1; line >= first && deepest > 0; line--) {
    const range = lines.lineRange(line);
    const mapping = /^(\s*)([\w-]+):\s*(?:#.*)?$/.exec(text.slice(range.start, range.end));
    const depth = (mapping?.[1] ?? "").length;
    if (mapping === null || depth >= deepest) continue;
    path.unshift(mapping[2] ?? "");
    deepest = depth;
  }
  return path;
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
