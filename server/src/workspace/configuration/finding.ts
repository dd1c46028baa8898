import type { Finding, Fix } from "../../core/rules/rule.ts";
import { ruleUrl } from "../../core/rules/rule-url.ts";
import type { Range } from "../../core/syntax/range.ts";

const KINDS = {
  CF001: { name: "invalid-configuration", severity: "error" },
  CF002: { name: "unknown-setting", severity: "warning" },
} as const;

/** A finding in a configuration file: CF001 where a value does not hold, CF002 where a setting is not known. */
export function configurationFinding(
  code: keyof typeof KINDS,
  message: string,
  range: Range,
  fixes: readonly Fix[] = [],
): Finding {
  return { code, ...KINDS[code], message, range, related: [], fixes, url: ruleUrl(code) };
}
