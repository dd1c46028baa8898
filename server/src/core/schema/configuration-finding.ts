import type { Finding, Fix } from "../rules/rule.ts";
import type { Range } from "../syntax/range.ts";

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
  const url = `https://github.com/incident-runbooks/incident-runbooks/blob/main/docs/rules/${code}.md`;
  return { code, ...KINDS[code], message, range, related: [], fixes, url };
}
