import process from "node:process";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import { RULES } from "../../server/src/core/rules/registry.ts";
import type { AnyRule } from "../../server/src/core/rules/rule.ts";
import { lint } from "../../server/src/core/rules/runner.ts";
import { DEFAULT_CONFIGURATION, type RuleSetting } from "../../server/src/core/schema/configuration.ts";
import { createLineIndex } from "../../server/src/core/syntax/line-index.ts";
import { check } from "../rules/check.ts";
import type { CleanDocument } from "./clean-document.ts";
import { cleanPostmortems } from "./clean-postmortems.ts";
import { cleanRunbooks } from "./clean-runbooks.ts";
import { cleanSamples } from "./clean-samples.ts";
import { DOCUMENT_FAULTS } from "./document-faults.ts";
import type { Broken, Fault } from "./edit.ts";
import { POSTMORTEM_FAULTS } from "./postmortem-faults.ts";
import { RUNBOOK_FAULTS } from "./runbook-faults.ts";

const DOCUMENTS = [...cleanSamples(), ...cleanPostmortems(), ...cleanRunbooks()];
const FAULTS = [...DOCUMENT_FAULTS, ...POSTMORTEM_FAULTS, ...RUNBOOK_FAULTS];
const CODES = new Set(RULES.map(({ code }) => code));

interface Attempt {
  readonly fault: Fault;
  readonly document: CleanDocument;
  readonly broken: Broken;
}

/** Every fault in every document that has a place for it. */
function attempts(faults: readonly Fault[]): readonly Attempt[] {
  return faults.flatMap((fault) =>
    DOCUMENTS.filter(({ kind }) => fault.kinds.includes(kind)).flatMap((document) => {
      const broken = fault.inject(document);
      return broken === undefined || (broken.text === document.text && broken.path === undefined)
        ? []
        : [{ fault, document, broken }];
    }),
  );
}

/** Whether the rule speaks of the fault's line: in its finding, or in a place that belongs to it. */
function isFound({ fault, document, broken }: Attempt): boolean {
  const lines = createLineIndex(broken.text);
  const covers = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    lines.lineAt(start) + 1 <= broken.line && broken.line <= lines.lineAt(end) + 1;
  // One rule alone is quicker; unused comments are known only when all have run.
  const rules = fault.code === "SUP001" ? RULES : RULES.filter(({ code }) => code === fault.code);
  const findings = lint(
    readDocument({ text: broken.text, path: broken.path ?? document.path }),
    { ...DEFAULT_CONFIGURATION, rules: Object.fromEntries(rules.map(switchedOn)) },
    { exists: (target) => document.files.includes(target), today: "2025-02-01" },
    rules,
  );
  return findings
    .filter(({ code }) => code === fault.code)
    .some(({ range, related }) => covers(range) || related.some((one) => covers(one.range)));
}

/** A rule that is off by default finds its faults when a team wants it. */
function switchedOn({ code, severity }: AnyRule): [string, RuleSetting] {
  return [code, { severity: severity === "off" ? "information" : undefined, options: undefined }];
}

describe("faults put into clean documents", () => {
  test.each(DOCUMENTS)("$name is clean", ({ text, path, files }) => {
    const findings = check(text, { path, files });
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  test("every fault has documents to go into", () => {
    const idle = FAULTS.filter((fault) => attempts([fault]).length === 0);
    expect(idle.map(({ name, code }) => `${code} ${name}`)).toEqual([]);
  });

  test("95 of 100 are found by their rule, at their line", () => {
    const known = FAULTS.filter(({ code }) => CODES.has(code));
    const rows = known.map((fault) => {
      const tried = attempts([fault]);
      return { fault, tried, missed: tried.filter((attempt) => !isFound(attempt)) };
    });
    const all = rows.reduce((sum, { tried }) => sum + tried.length, 0);
    const missed = rows.reduce((sum, row) => sum + row.missed.length, 0);
    const lines = rows
      .toSorted((a, b) => (a.fault.code < b.fault.code ? -1 : 1))
      .map(
        ({ fault, tried, missed: out }) =>
          `${fault.code}  ${tried.length - out.length}/${tried.length}  ${fault.name}${where(out)}`,
      );
    const unknown = [...new Set(FAULTS.filter(({ code }) => !CODES.has(code)).map(({ code }) => code))].toSorted();
    const table = [
      ...lines,
      `found ${all - missed} of ${all} (${((100 * (all - missed)) / all).toFixed(1)} %)`,
      ...(unknown.length > 0 ? [`not tried, there is no such rule yet: ${unknown.join(", ")}`] : []),
    ].join("\n");
    process.stdout.write(`${table}\n`);
    expect(all).toBeGreaterThan(300);
    expect((all - missed) / all, table).toBeGreaterThanOrEqual(0.95);
  }, 120_000);
});

function where(missed: readonly Attempt[]): string {
  return missed.length === 0 ? "" : `  missed in: ${missed.map(({ document }) => document.name).join("; ")}`;
}
