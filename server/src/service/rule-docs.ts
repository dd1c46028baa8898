import type { AnyRule, RuleExample } from "../core/rules/rule.ts";

/** What a rule does, why, and a good example, as Markdown for a hover or beside a completion. */
export function ruleMarkdown(rule: AnyRule): string {
  const lines = [`**${rule.code}** \`${rule.name}\` · ${facts(rule)}`, rule.docs.what, `**Why:** ${rule.docs.why}`];
  const example = rule.docs.examples.map(goodText).find((text) => text !== undefined);
  if (example !== undefined) lines.push(`**Good:**\n\n${fenced(example)}`);
  return lines.join("\n\n");
}

function facts(rule: AnyRule): string {
  const fix = rule.fix === "none" ? [] : [rule.fix === "safe" ? "has a safe fix" : "has a fix to look at"];
  const status = rule.status === "stable" ? [] : [rule.status];
  return [rule.severity === "off" ? "off by default" : rule.severity, ...fix, ...status].join(", ");
}

function goodText({ good, fixed }: RuleExample): string | undefined {
  return good ?? fixed;
}

/** A fence longer than any inside, since examples are Markdown with fences of their own. */
function fenced(markdown: string): string {
  const longest = Math.max(2, ...Array.from(markdown.matchAll(/`{3,}/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${markdown.replace(/\r?\n?$/, "")}\n${fence}`;
}
