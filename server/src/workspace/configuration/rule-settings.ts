import type { RuleSetting } from "../../core/schema/configuration.ts";
import { type ConfigurableRule, isSeverity } from "../../core/schema/configuration-schema.ts";
import { isRecord } from "../../core/syntax/front-matter.ts";
import type { NamedSetting } from "./layer.ts";

/** Settings by code: those of groups first, so that a rule's own wins. A rule named twice keeps the first, and is reported. */
export function resolveRules(
  written: Readonly<Record<string, unknown>>,
  rules: readonly ConfigurableRule[],
  report: (message: string, name: string) => void,
): ReadonlyMap<string, NamedSetting> {
  const settings = new Map<string, NamedSetting>();
  const set = (code: string, key: string, setting: RuleSetting): void => {
    settings.set(code, { key, setting });
  };
  for (const { group, severity, code } of rules) {
    const value = written[group];
    if (isSeverity(value) && severity !== "off") set(code, group, { severity: value, options: undefined });
  }
  const named = new Map<string, string>();
  const byName = new Map(rules.flatMap((rule) => [[rule.code, rule] as const, [rule.name, rule] as const]));
  for (const [name, value] of Object.entries(written)) {
    const rule = byName.get(name);
    if (rule === undefined || value === undefined) continue;
    const earlier = named.get(rule.code);
    if (earlier !== undefined) {
      report(`\`${name}\` is the rule that \`${earlier}\` sets already, and that holds. Keep one of them.`, name);
      continue;
    }
    named.set(rule.code, name);
    const ofGroup = settings.get(rule.code)?.setting.severity;
    if (isSeverity(value)) set(rule.code, name, { severity: value, options: undefined });
    else if (isRecord(value)) {
      const severity = isSeverity(value["severity"]) ? value["severity"] : ofGroup;
      set(rule.code, name, { severity, options: value["options"] });
    }
  }
  return settings;
}
