import { beforeAll, describe, expect, test } from "vitest";
import { fixDocument } from "../../server/src/core/fixes/fix-document.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import type { Finding } from "../../server/src/core/rules/rule.ts";
import { lint } from "../../server/src/core/rules/runner.ts";
import { DEFAULT_CONFIGURATION } from "../../server/src/core/schema/configuration.ts";
import { corpusFiles, hasCorpus, WITHOUT_CORPUS } from "../support/corpus.ts";

/** Of many repositories only some files are in the corpus: whether a link leads somewhere is not known. */
const surroundings = { exists: () => undefined, today: "2026-12-01" };

interface Checked {
  readonly file: string;
  readonly text: string;
  readonly isOurs: boolean;
  readonly findings: readonly Finding[];
}

describe.skipIf(!hasCorpus)(`rules on real documents${WITHOUT_CORPUS}`, () => {
  let documents: readonly Checked[] = [];

  beforeAll(() => {
    const files = ["other", "postmortems", "runbooks", "templates"].flatMap(corpusFiles);
    documents = files.map(({ file, text }) => {
      const document = readDocument({ text, path: file });
      const findings = lint(document, DEFAULT_CONFIGURATION, surroundings);
      return { file, text, isOurs: document.kind !== "other" && !document.detected.isTemplate, findings };
    });
  });

  test("no rule fails, and every finding has a place and a message", () => {
    for (const { file, text, findings } of documents) {
      expect(
        findings.filter(({ code }) => code === "INT001"),
        file,
      ).toEqual([]);
      for (const { range, message } of findings) {
        expect(range.start, file).toBeLessThanOrEqual(range.end);
        expect(range.end, file).toBeLessThanOrEqual(text.length);
        expect(message, file).not.toMatch(/\bundefined\b|\[object /);
      }
    }
  });

  test("nothing is said about texts that are neither runbook nor postmortem, nor about templates", () => {
    const loud = documents.filter(({ file, findings }) => /^(?:other|templates)\//.test(file) && findings.length > 0);
    expect(loud.map(({ file }) => file)).toEqual([]);
  });

  test("the hits of each rule are those that were reviewed by eye", async () => {
    const hits = new Map<string, { hits: number; documents: Set<string> }>();
    for (const { file, findings } of documents) {
      for (const { code, name, severity } of findings) {
        const key = `${code} ${name} ${severity}`;
        const entry = hits.get(key) ?? { hits: 0, documents: new Set<string>() };
        entry.documents.add(file);
        hits.set(key, { hits: entry.hits + 1, documents: entry.documents });
      }
    }
    const lines = [...hits]
      .toSorted()
      .map(([key, entry]) => `${key}: ${entry.hits} in ${entry.documents.size} documents`);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("hits.txt");
  });

  test("a real document of average care gets at most three findings", () => {
    const counts = documents
      .filter(({ isOurs }) => isOurs)
      .map(({ findings }) => findings.filter(({ severity }) => severity !== "hint").length)
      .toSorted((a, b) => a - b);
    expect(counts[counts.length >> 1]).toBeLessThanOrEqual(3);
    expect(counts[Math.floor(counts.length * 0.95)]).toBeLessThanOrEqual(6);
  });

  test("safe fixes settle, and leave none of the findings that they are for", () => {
    for (const { file, text, findings } of documents) {
      if (!findings.some(({ fixes }) => fixes.some(({ safety }) => safety === "safe"))) continue;
      const fixed = fixDocument({ text, path: file }, DEFAULT_CONFIGURATION, surroundings, "safe");
      expect(fixed.stable, file).toBe(true);
      const left = fixed.remaining.filter(({ fixes }) => fixes.some(({ safety }) => safety === "safe"));
      expect(
        left.map(({ code, range }) => `${code} ${range.start}`),
        file,
      ).toEqual([]);
    }
  });
});
