import { describe, expect, test } from "vitest";
import { codeFrame } from "../../server/scripts/code-frame.mts";
import { applyFixes } from "../../server/src/core/fixes/apply-fixes.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import { RULES } from "../../server/src/core/rules/registry.ts";
import { check, fix, pathOf } from "./check.ts";

const cases = RULES.flatMap((rule) =>
  rule.docs.examples.map((example) => ({ rule, example, label: `${rule.code} ${example.title}` })),
);

describe("the examples of the rules' docs are true", () => {
  test.each(cases)("$label", async ({ rule, example }) => {
    const options = { path: pathOf(rule, example), files: example.files, runs: example.runs, only: rule.code };
    const kind = (text: string) => readDocument({ text, path: options.path }).kind;

    if (example.good !== undefined) {
      expect(rule.kinds).toContain(kind(example.good));
      expect(check(example.good, options)).toEqual([]);
    }
    if (example.bad === undefined) return;
    expect(rule.kinds).toContain(kind(example.bad));
    const findings = check(example.bad, options);
    expect(findings).not.toEqual([]);
    const name = `${rule.code}-${example.title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")}`;
    const frames = findings.map((finding) => codeFrame(example.bad ?? "", finding)).join("\n");
    await expect(frames).toMatchFileSnapshot(`frames/${name}.txt`);

    if (example.fixed === undefined) {
      expect(findings.flatMap(({ fixes }) => fixes)).toEqual([]);
      return;
    }
    expect(applyFixes(example.bad, findings, "unsafe").text).toBe(example.fixed);
    // After fixing, the rule has nothing left to fix, and fixing again changes nothing.
    expect(check(example.fixed, options).flatMap(({ fixes }) => fixes)).toEqual([]);
    const twice = fix(example.fixed, rule, "unsafe", options);
    expect(check(twice, options).flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});

describe("line breaks and a byte order mark change no finding", () => {
  const bad = cases.filter(({ example }) => example.bad !== undefined);

  test.each(bad)("$label", ({ rule, example }) => {
    const text = example.bad ?? "";
    const options = { path: pathOf(rule, example), files: example.files, runs: example.runs };
    const seen = (variant: string, findings = check(variant, options)) =>
      findings.map(({ code, range, message, fixes }) => ({
        code,
        // The place counted in characters that are neither a mark nor a carriage return.
        start: variant.slice(0, range.start).replace(/[\r\uFEFF]/g, "").length,
        text: variant.slice(range.start, range.end).replaceAll("\r", ""),
        message: message.replaceAll("\r", ""),
        fixes: fixes.map((one) => ({
          title: one.title,
          text: applyFixes(variant, [{ ...dummy, fixes: [one] }], "unsafe").text.replace(/[\r\uFEFF]/g, ""),
        })),
      }));
    const plain = seen(text);
    expect(seen(text.replaceAll("\n", "\r\n"))).toEqual(plain);
    expect(seen(`\uFEFF${text}`)).toEqual(plain);
    expect(seen(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(plain);
  });
});

test("fixes keep the document's line breaks", () => {
  for (const { rule, example } of cases) {
    if (example.bad === undefined || example.fixed === undefined) continue;
    const options = { path: pathOf(rule, example), files: example.files, runs: example.runs, only: rule.code };
    const crlf = example.bad.replaceAll("\n", "\r\n");
    expect(applyFixes(crlf, check(crlf, options), "unsafe").text).toBe(example.fixed.replaceAll("\n", "\r\n"));
  }
});

const dummy = {
  code: "",
  name: "",
  severity: "hint",
  message: "",
  range: { start: 0, end: 0 },
  related: [],
  url: "",
  isSensitive: false,
} as const;
