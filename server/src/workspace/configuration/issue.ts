import type * as z from "zod";
import type { Finding } from "../../core/rules/rule.ts";
import { nearestName } from "../../core/schema/configuration-nearest.ts";
import { type ConfigurableRule, GROUP_NAMES, SEVERITY_NAMES } from "../../core/schema/configuration-schema.ts";
import { PRESETS } from "../../core/schema/presets/presets.ts";
import type { Range } from "../../core/syntax/range.ts";
import { configurationFinding } from "./finding.ts";
import { knownSettings } from "./known-settings.ts";
import type { Path } from "./place.ts";

/** Where a refused value stands and what it is. */
export interface RefusedValue {
  readonly path: Path;
  /** The unknown key in the mapping at `path`; undefined when the value itself is wrong. */
  readonly key: string | undefined;
  readonly value: unknown;
  readonly range: Range;
}

/** Says in our words what the schema has against a value: what stands there, what is allowed, what to write. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  { path, key, value, range }: RefusedValue,
  rules: readonly ConfigurableRule[],
): Finding {
  if (key !== undefined) return unknownSetting(path, key, range, rules);
  const where = path.length === 0 ? "The configuration" : `\`${path.join(".")}\``;
  return configurationFinding("CF001", `${where} ${complaint(issue, path, value)}`, range);
}

function complaint(issue: z.core.$ZodIssue, path: Path, value: unknown): string {
  const shown = show(value);
  const severities = SEVERITY_NAMES.join(", ");
  const inner = path[0] === "overrides" ? path.slice(2) : path;
  const isSeverityPlace = inner[0] === "rules" && (inner.length === 2 || inner.at(-1) === "severity");
  if (isSeverityPlace) {
    const isGroup = inner.length === 2 && GROUP_NAMES.some((name) => name === inner[1]);
    const mapping = inner.length === 2 && !isGroup ? ", or a mapping of `severity` and `options`" : "";
    const meant = typeof value === "string" ? nearestName(value, SEVERITY_NAMES) : undefined;
    return `is ${shown}, which is no severity${question(meant)} Write one of ${severities}${mapping}.`;
  }
  if (inner[0] === "extends" && inner.length <= 2) {
    const names = PRESETS.map(({ name }) => name);
    const meant = typeof value === "string" ? nearestName(value, names) : undefined;
    const allowed =
      path[0] === "overrides" ? "a preset, or a list of them" : "a preset, a file's path, or a list of them";
    return `is ${shown}${question(meant)} Write ${allowed}. Presets: ${names.join(", ")}.`;
  }
  if (inner[0] === "timeZone") {
    return `is ${shown}, which is no time zone. Write an IANA name such as Europe/Berlin, or UTC.`;
  }
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return `is missing; ${EXPECTED[issue.expected] ?? issue.expected} is expected.`;
      return `is ${shown}; ${EXPECTED[issue.expected] ?? issue.expected} is expected.`;
    case "invalid_value":
      return `is ${shown}; write one of ${issue.values.map(String).join(", ")}.`;
    case "too_small":
      return issue.origin === "string" ? "is empty." : `is ${shown}; the least is ${issue.minimum}.`;
    case "custom":
    case "invalid_format":
      return issue.code === "custom" && inner[0] === "tickets"
        ? `is ${shown}, which ${issue.message}. Write one such as \`OPS-\\d+\`.`
        : `is ${shown}, which is ${issue.message}.`;
    case "invalid_union":
      return `is ${shown}; ${inner[0] === "tickets" ? "a regular expression, or a mapping of `pattern` and `url`," : "another kind of value"} is expected.`;
    case "too_big":
      return `is ${issue.origin === "string" ? "too long" : shown}; the most is ${issue.maximum}.`;
    default:
      return `is ${shown}: ${issue.message}`;
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: "a mapping of settings",
  array: "a list",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function unknownSetting(path: Path, key: string, range: Range, rules: readonly ConfigurableRule[]): Finding {
  const holder = path.join(".");
  const inner = path[0] === "overrides" ? path.slice(2) : path;
  const isRule = inner.length === 1 && inner[0] === "rules";
  const known = isRule ? [...GROUP_NAMES, ...rules.flatMap((rule) => [rule.code, rule.name])] : knownSettings(path);
  const meant = nearestName(key, known);
  const list = isRule
    ? "`runbook explain` lists all rules."
    : known.length > 0
      ? `Known here: ${known.join(", ")}.`
      : "It has no such option.";
  const what = isRule ? "rule, rule name or group" : "setting";
  const place = holder === "" || isRule ? "" : ` in \`${holder}\``;
  const message = `\`${key}\` is no ${what}${place}${question(meant)} ${list}`;
  const fixes =
    meant === undefined
      ? []
      : [{ title: `Change to "${meant}"`, safety: "unsafe" as const, edits: [{ range, newText: meant }] }];
  return configurationFinding("CF002", message, range, fixes);
}

function question(meant: string | undefined): string {
  return meant === undefined ? "." : `. Did you mean \`${meant}\`?`;
}

/** A value as a message shows it: short, on one line. */
function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a mapping";
  if (value === null || value === undefined) return "empty";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
