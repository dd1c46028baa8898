import type { Command } from "commander";
import { createColors } from "picocolors";
import { findRule } from "../core/rules/find-rule.ts";
import { RULES } from "../core/rules/registry.ts";
import type { AnyRule } from "../core/rules/rule.ts";
import { ruleUrl } from "../core/rules/rule-url.ts";
import { nearestName } from "../core/schema/configuration-nearest.ts";
import { wrap } from "./formats/wrap.ts";
import type { CliIo } from "./io.ts";
import { UsageError } from "./usage-error.ts";
import { useColor } from "./use-color.ts";

const FIX = {
  safe: "safe: `--fix` applies it",
  unsafe: "offered in an editor, to be looked at first",
  none: "none",
} as const;

/** Adds `explain`: what a rule reports, why it matters, and how to do better. Without a rule it lists them all. */
export function registerExplain(program: Command, io: CliIo): void {
  program
    .command("explain")
    .description("Explain a rule, by its code or name; without one, list them all")
    .argument("[rule]", "such as PM014 or timeline-goes-back")
    .action((wanted: string | undefined) => {
      const color = useColor(undefined, io.env, io.isTTY);
      if (wanted === undefined) io.stdout(listRules(RULES));
      else io.stdout(explainRule(find(wanted), color, Math.min(io.columns ?? 80, 100)));
    });
}

function find(wanted: string): AnyRule {
  const rule = findRule(RULES, wanted);
  if (rule !== undefined) return rule;
  const meant = nearestName(
    wanted,
    RULES.flatMap(({ code, name }) => [code, name]),
  );
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  throw new UsageError(`There is no rule "${wanted}".${hint} \`runbook explain\` lists all rules.`);
}

function listRules(rules: readonly AnyRule[]): string {
  const width = Math.max(...rules.map(({ name }) => name.length));
  return rules.map(({ code, name, severity }) => `${code.padEnd(6)}  ${name.padEnd(width)}  ${severity}\n`).join("");
}

function explainRule(rule: AnyRule, color: boolean, width: number): string {
  const { bold, dim } = createColors(color);
  const out = [
    bold(`${rule.code} ${rule.name}`),
    dim(`${rule.kinds.join(" and ")} · by default ${rule.severity} · fix: ${FIX[rule.fix]} · since ${rule.since}`),
    "",
    ...wrap(rule.docs.what, width),
    "",
    ...wrap(rule.docs.why, width),
  ];
  for (const { title, bad, good, fixed } of rule.docs.examples) {
    out.push("", bold(title));
    for (const [label, text] of [["bad", bad] as const, ["good", good] as const, ["fixed", fixed] as const]) {
      if (text !== undefined) out.push("", dim(`  ${label}:`), ...indent(text));
    }
  }
  out.push("", "Switch it off for one place:", "");
  out.push(`  <!-- runbook-disable-next-line ${rule.name} -- reason -->`, "", dim(ruleUrl(rule.code)));
  return `${out.join("\n")}\n`;
}

function indent(text: string): string[] {
  return text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => `    ${line}`.trimEnd());
}
