import type { IncidentDocument } from "../model/document.ts";
import type { Configuration } from "../schema/configuration.ts";
import { readSuppressions } from "../syntax/suppressions.ts";
import { internalError } from "./internal/internal-error.ts";
import { RULES } from "./registry.ts";
import type { AnyRule, Finding, Problem, Surroundings } from "./rule.ts";
import { ruleUrl } from "./rule-url.ts";
import { findUnusedSuppressions } from "./support/find-unused-suppressions.ts";
import { suppress } from "./suppress.ts";
import { unusedSuppression } from "./suppression/unused-suppression.ts";

/**
 * Checks a document with all rules: what every door shows. Nothing for files that are neither runbook nor postmortem,
 * and nothing for templates. Sorted by place, then by code; findings of one place and code keep the rule's order.
 *
 * The configuration's severity wins over the problem's, and that over the rule's. Options that don't fit the rule's
 * schema fall back to its defaults: the finding about them stands in the configuration file. A rule that throws becomes
 * one `internal-error`, and the others still run. `rules` is there for tests.
 */
export function lint(
  document: IncidentDocument,
  configuration: Configuration,
  surroundings: Surroundings,
  rules: readonly AnyRule[] = RULES,
): readonly Finding[] {
  if (document.kind === "other" || document.detected.isTemplate) return [];
  const kind = document.kind;
  const active = rules.filter((rule) => rule.kinds.includes(kind) && severityOf(rule, configuration) !== "off");

  const found: Finding[] = [];
  for (const rule of active) {
    const context = {
      document,
      options: optionsOf(rule, configuration),
      surroundings,
      timeZone: configuration.timeZone,
      owners: configuration.owners,
    };
    try {
      for (const problem of rule.check(context)) found.push(toFinding(rule, problem, configuration));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      found.push(toFinding(internalError, internalProblem(rule, reason), configuration));
    }
  }

  const suppressions = readSuppressions(document.syntax);
  const { kept, used } = suppress(found, suppressions, rules);
  if (active.some((rule) => rule.code === unusedSuppression.code)) {
    const unused = findUnusedSuppressions(document.syntax.text, suppressions, used, rules, active).map((problem) =>
      toFinding(unusedSuppression, problem, configuration),
    );
    kept.push(...suppress(unused, suppressions, rules).kept);
  }
  return kept.sort(byPlace);
}

function severityOf(rule: AnyRule, configuration: Configuration): Finding["severity"] | "off" {
  return configuration.rules[rule.code]?.severity ?? rule.severity;
}

function optionsOf(rule: AnyRule, configuration: Configuration): unknown {
  if (rule.options === undefined) return {};
  const given = rule.options.safeParse(configuration.rules[rule.code]?.options ?? {});
  return given.success ? given.data : rule.options.parse({});
}

function toFinding(rule: AnyRule, problem: Problem, configuration: Configuration): Finding {
  const configured = configuration.rules[rule.code]?.severity;
  const own = rule.severity === "off" ? "information" : rule.severity;
  return {
    code: rule.code,
    name: rule.name,
    severity: configured !== undefined && configured !== "off" ? configured : (problem.severity ?? own),
    message: problem.message,
    range: problem.range,
    related: problem.related ?? [],
    fixes: problem.fixes ?? [],
    url: ruleUrl(rule.code),
    isSensitive: rule.isSensitive === true,
  };
}

function internalProblem(rule: AnyRule, reason: string): Problem {
  return {
    range: { start: 0, end: 0 },
    message: `The rule ${rule.code} (${rule.name}) failed on this document: ${reason}. The other rules did run. Please report it with the document, or switch the rule off until it is mended.`,
  };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.range.start !== b.range.start) return a.range.start - b.range.start;
  if (a.range.end !== b.range.end) return a.range.end - b.range.end;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
