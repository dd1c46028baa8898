import { findRule } from "../../core/rules/find-rule.ts";
import type { AnyRule } from "../../core/rules/rule.ts";
import { ruleUrl } from "../../core/rules/rule-url.ts";
import { touches } from "../../core/syntax/range.ts";
import { readSuppressions } from "../../core/syntax/suppressions.ts";
import type { CheckedDocument } from "../checked-document.ts";
import { ruleMarkdown } from "../rule-docs.ts";
import type { HoverText } from "./sections.ts";

/** On a rule's code or name in a suppression comment, or anywhere in a configuration file. */
export function ruleHover(checked: CheckedDocument, offset: number, rules: readonly AnyRule[]): HoverText | undefined {
  const named = checked.document ? inComment(checked, offset) : inConfiguration(checked, offset);
  const rule = named && findRule(rules, named.name);
  if (named === undefined || rule === undefined) return undefined;
  return { range: named.range, markdown: `${ruleMarkdown(rule)}\n\n[Documentation](${ruleUrl(rule.code)})` };
}

interface Named {
  readonly name: string;
  readonly range: { readonly start: number; readonly end: number };
}

function inComment({ document }: CheckedDocument, offset: number): Named | undefined {
  if (document === undefined) return undefined;
  for (const { targets } of readSuppressions(document.syntax)) {
    for (const { text, range } of targets)
      if (text !== undefined && touches(range, offset)) return { name: text, range };
  }
  return undefined;
}

function inConfiguration({ text, lines }: CheckedDocument, offset: number): Named | undefined {
  const line = lines.lineRange(lines.lineAt(offset));
  for (const match of text.slice(line.start, line.end).matchAll(/[\w-]+/g)) {
    const range = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    if (touches(range, offset)) return { name: match[0], range };
  }
  return undefined;
}
