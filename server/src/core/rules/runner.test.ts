import { expect, test } from "vitest";
import * as z from "zod";
import { readDocument } from "../model/read-document.ts";
import { type Configuration, DEFAULT_CONFIGURATION, type RuleSetting } from "../schema/configuration.ts";
import { type AnyRule, defineRule, type Problem } from "./rule.ts";
import { lint } from "./runner.ts";

const surroundings = { exists: () => undefined, today: "2025-02-01" };
const rule = (code: string, check: AnyRule["check"], more: Partial<AnyRule> = {}): AnyRule => ({
  docs: { what: "", why: "", examples: [] },
  code,
  name: `rule-${code.toLowerCase()}`,
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  check,
  ...more,
});
const at = (start: number, more: Partial<Problem> = {}): Problem => ({
  range: { start, end: start + 1 },
  message: "x",
  ...more,
});
const setting = (severity: RuleSetting["severity"], options?: unknown): RuleSetting => ({ severity, options });

function run(
  rules: readonly AnyRule[],
  {
    text = "# A\n\nText.\n",
    path = "runbooks/a.md",
    ...configuration
  }: Partial<Configuration> & { text?: string; path?: string } = {},
) {
  const findings = lint(
    readDocument({ text, path }),
    { ...DEFAULT_CONFIGURATION, ...configuration },
    surroundings,
    rules,
  );
  return findings.map(({ code, severity, range }) => `${code} ${severity} ${range.start}`);
}

test("files of other kinds and templates have no findings", () => {
  const rules = [rule("A", () => [at(0)])];
  expect(run(rules, { path: "docs/notes.md" })).toEqual([]);
  expect(run(rules, { path: "runbooks/a.md", text: "---\ntemplate: true\n---\n\n# A\n" })).toEqual([]);
  expect(run(rules, { path: "runbooks/a.md" })).toEqual(["A warning 0"]);
});

test("rules run only on their kinds", () => {
  expect(run([rule("A", () => [at(0)], { kinds: ["postmortem"] })])).toEqual([]);
});

test("the configuration's severity wins over the problem's, and that over the rule's; off switches off", () => {
  const rules = [rule("A", () => [at(0), at(1, { severity: "hint" })])];
  expect(run(rules)).toEqual(["A warning 0", "A hint 1"]);
  expect(run(rules, { rules: { A: setting("error") } })).toEqual(["A error 0", "A error 1"]);
  expect(run(rules, { rules: { A: setting("off") } })).toEqual([]);
});

test("a rule that is off by default runs when the configuration gives it a severity", () => {
  const rules = [rule("A", () => [at(0)], { severity: "off" })];
  expect(run(rules)).toEqual([]);
  expect(run(rules, { rules: { A: setting("hint") } })).toEqual(["A hint 0"]);
});

test("options are read by the rule's schema; bad ones fall back to its defaults", () => {
  const options = z.strictObject({ at: z.number().default(2) });
  const rules: readonly AnyRule[] = [
    defineRule({ ...rule("A", () => []), options, check: (context) => [at(context.options.at)] }),
  ];
  expect(run(rules)).toEqual(["A warning 2"]);
  expect(run(rules, { rules: { A: setting(undefined, { at: 3 }) } })).toEqual(["A warning 3"]);
  expect(run(rules, { rules: { A: setting(undefined, { at: "three" }) } })).toEqual(["A warning 2"]);
});

test("findings are sorted by place, then by code", () => {
  expect(run([rule("B", () => [at(4), at(1)]), rule("A", () => [at(4)])])).toEqual([
    "B warning 1",
    "A warning 4",
    "B warning 4",
  ]);
});

test("a rule that throws is one finding that names it, and the others still run", () => {
  const rules = [
    rule("A", () => {
      throw new Error("no such thing");
    }),
    rule("B", () => [at(1)]),
  ];
  const findings = lint(
    readDocument({ text: "# A\n", path: "runbooks/a.md" }),
    DEFAULT_CONFIGURATION,
    surroundings,
    rules,
  );
  expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["INT001 error", "B warning"]);
  expect(findings[0]?.message).toContain("A (rule-a) failed on this document: no such thing");
});

test("a comment silences by code or by name, but never a failure of ours", () => {
  const text = "<!-- runbook-disable-file A rule-b -->\n\n# A\n";
  const rules = [rule("A", () => [at(40)]), rule("B", () => [at(0)]), rule("C", () => [at(1)])];
  expect(run(rules, { text })).toEqual(["C warning 1"]);
  const failing = rule("A", () => {
    throw new Error("no such thing");
  });
  expect(run([failing], { text: "<!-- runbook-disable-file -->\n\n# A\n" })).toEqual(["INT001 error 0"]);
});
