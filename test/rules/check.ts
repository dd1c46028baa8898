import { fixDocument } from "../../server/src/core/fixes/fix-document.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import { RULES } from "../../server/src/core/rules/registry.ts";
import type {
  AnyRule,
  Finding,
  FixSafety,
  RuleExample,
  RunFacts,
  Surroundings,
} from "../../server/src/core/rules/rule.ts";
import { lint } from "../../server/src/core/rules/runner.ts";
import { type Configuration, DEFAULT_CONFIGURATION } from "../../server/src/core/schema/configuration.ts";

/** What a test sets around a document. */
export interface CheckOptions {
  readonly path?: string | undefined;
  readonly files?: readonly string[] | undefined;
  readonly runs?: RunFacts | undefined;
  readonly configuration?: Partial<Configuration>;
  /** Only findings of this rule, by code. */
  readonly only?: string;
}

const surroundings = ({ files, runs }: CheckOptions): Surroundings => ({
  exists: (target) => files?.includes(target),
  today: "2025-02-01",
  runs,
});

/** The path of an example: its own, else one that makes it a document of the rule's first kind. */
export function pathOf(rule: AnyRule, example: RuleExample): string {
  return example.path ?? (rule.kinds[0] === "postmortem" ? "postmortems/example.md" : "runbooks/example.md");
}

/** Findings in a text: the one place where rule tests call the runner. */
export function check(text: string, options: CheckOptions = {}): readonly Finding[] {
  const { path, configuration, only } = options;
  const document = readDocument({ text, path: path ?? "postmortems/example.md" });
  // A rule that is asked for runs, also one that is off until a team wants it.
  const rules = RULES.some(({ code, severity }) => code === only && severity === "off")
    ? { [only ?? ""]: { severity: "information" as const, options: undefined } }
    : {};
  const all = { ...DEFAULT_CONFIGURATION, ...configuration };
  const findings = lint(document, { ...all, rules: { ...rules, ...all.rules } }, surroundings(options));
  return only === undefined ? findings : findings.filter(({ code }) => code === only);
}

/** What a text becomes by the fixes of one rule; all other rules are off. */
export function fix(text: string, rule: AnyRule, safety: FixSafety, options: CheckOptions = {}): string {
  const severity = rule.severity === "off" ? ("information" as const) : undefined;
  const rules = Object.fromEntries([[rule.code, { severity, options: undefined }]]);
  const fixed = fixDocument(
    { text, path: options.path ?? "postmortems/example.md" },
    { ...DEFAULT_CONFIGURATION, ...options.configuration, rules },
    surroundings(options),
    safety,
  );
  return fixed.text;
}

/** Each finding as `CODE line:column text | message`, for tests that read like documentation. */
export function brief(text: string, findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, range, message }) => {
    const before = text.slice(0, range.start).split(/\r\n|\n|\r/);
    const place = `${before.length}:${(before.at(-1) ?? "").length + 1}`;
    return `${code} ${place} ${JSON.stringify(text.slice(range.start, range.end))} | ${message}`;
  });
}
