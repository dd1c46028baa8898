import { describe, expect, test } from "vitest";
import { fixDocument } from "../../server/src/core/fixes/fix-document.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import type { Finding } from "../../server/src/core/rules/rule.ts";
import { lint } from "../../server/src/core/rules/runner.ts";
import { DEFAULT_CONFIGURATION } from "../../server/src/core/schema/configuration.ts";
import { corpusFiles, hasCorpus, WITHOUT_CORPUS } from "../support/corpus.ts";

const surroundings = { exists: () => undefined, today: "2026-01-01" };
const BOM = "\uFEFF";

interface Fixable {
  readonly file: string;
  readonly text: string;
}

const isSafe = ({ fixes }: Finding): boolean => fixes.some(({ safety }) => safety === "safe");

function fix(text: string, file: string) {
  return fixDocument({ text, path: file }, DEFAULT_CONFIGURATION, surroundings, "safe");
}

/** The documents that have something to fix, with line ends of one kind and no byte order mark. */
function fixable(): readonly Fixable[] {
  return ["postmortems", "runbooks"].flatMap(corpusFiles).flatMap(({ file, text: original }) => {
    const text = original.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
    const findings = lint(readDocument({ text, path: file }), DEFAULT_CONFIGURATION, surroundings);
    return findings.some(isSafe) ? [{ file, text }] : [];
  });
}

describe.skipIf(!hasCorpus)(`safe fixes on real documents${WITHOUT_CORPUS}`, () => {
  const documents = hasCorpus ? fixable() : [];

  test("leave nothing that can be fixed, and fixing twice changes nothing", () => {
    expect(documents.length).toBeGreaterThan(50);
    for (const { file, text } of documents) {
      const once = fix(text, file);
      expect(once.stable, file).toBe(true);
      expect(
        once.remaining.filter(isSafe).map(({ code, message }) => `${code} ${message}`),
        file,
      ).toEqual([]);
      expect(fix(once.text, file).text, file).toBe(once.text);
    }
  });

  test("give the same text with CRLF and with a byte order mark", () => {
    for (const { file, text } of documents) {
      const plain = fix(text, file).text;
      const crlf = fix(text.replaceAll("\n", "\r\n"), file).text;
      expect(crlf.replaceAll("\r\n", "\n"), `${file} with CRLF`).toBe(plain);
      expect(/(?<!\r)\n/.test(crlf), `${file} with CRLF has a bare line feed`).toBe(false);
      expect(fix(BOM + text, file).text, `${file} with a byte order mark`).toBe(BOM + plain);
    }
  });

  test("add no finding of another rule that is an error or a warning", () => {
    for (const { file, text } of documents) {
      const before = lint(readDocument({ text, path: file }), DEFAULT_CONFIGURATION, surroundings);
      const after = fix(text, file).remaining;
      const loud = (findings: readonly Finding[]): readonly string[] =>
        findings.filter(({ severity }) => severity === "error" || severity === "warning").map(({ code }) => code);
      const known = new Set(loud(before));
      expect(
        loud(after).filter((code) => !known.has(code)),
        file,
      ).toEqual([]);
    }
  });
});
