import { invalidConfiguration } from "../../core/rules/internal/invalid-configuration.ts";
import { unknownSetting } from "../../core/rules/internal/unknown-setting.ts";
import type { Finding, Fix } from "../../core/rules/rule.ts";
import { ruleUrl } from "../../core/rules/rule-url.ts";
import type { Range } from "../../core/syntax/range.ts";

/** A finding in a configuration file: CF001 where a value does not hold, CF002 where a setting is not known. */
export function configurationFinding(
  code: "CF001" | "CF002",
  message: string,
  range: Range,
  fixes: readonly Fix[] = [],
): Finding {
  const { name, severity } = code === "CF001" ? invalidConfiguration : unknownSetting;
  const own = severity === "off" ? "warning" : severity;
  return { code, name, severity: own, message, range, related: [], fixes, isSensitive: false, url: ruleUrl(code) };
}
