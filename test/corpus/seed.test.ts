import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixDocument } from "../../server/src/core/fixes/fix-document.ts";
import { readDocument } from "../../server/src/core/model/read-document.ts";
import { lint } from "../../server/src/core/rules/runner.ts";
import { DEFAULT_CONFIGURATION } from "../../server/src/core/schema/configuration.ts";

/** An outage article as plain text, without any Markdown heading; beside the folder of real documents. */
const SEED = join(process.env.RUNBOOK_CORPUS ?? "../shared/corpus", "../seed/000_76b26aea3bd20dc1.txt");
const isHere = existsSync(SEED);
const surroundings = { exists: () => undefined, today: "2026-01-01" };

describe.skipIf(!isHere)(`the outage article, saved as Markdown${isHere ? "" : ` (skipped: no ${SEED})`}`, () => {
  const path = "incidents/seed.md";
  const text = isHere ? readFileSync(SEED, "utf8") : "";
  const found = () => {
    const document = readDocument({ text, path });
    return lint(document, DEFAULT_CONFIGURATION, surroundings).map(
      ({ code, range }) => `${document.syntax.lines.lineAt(range.start) + 1} ${code}`,
    );
  };

  test("is a postmortem in any folder, with the article's sections", () => {
    const document = readDocument({ text, path: "notes/seed.md" });
    expect(document.kind).toBe("postmortem");
    expect(document.outline.title?.title).toBe("WhatsApp Outage: A Technical Breakdown");
    expect(
      document.outline.sections.map(({ id, heading }) => [document.syntax.lines.lineAt(heading.start) + 1, id]),
    ).toEqual([
      [1, undefined],
      [2, "summary"],
      [4, undefined],
      [11, "summary"],
      [14, "summary"],
      [19, "root-cause"],
      [25, "impact"],
      [31, "restoration"],
      [37, "conclusion"],
    ]);
  });

  test.each([
    ["no timeline and no action items", "1 DOC003"],
    ["contents that leave a section out", "2 DOC009"],
    ["headings that are plain lines", "2 DOC010"],
    ["a date that was never filled in", "15 DOC011"],
    ["a cause that could stem from something", "21 PM021"],
    ["bugs that there might be", "22 PM021"],
    ["users as a cause", "23 PM024"],
    ["use that may place a strain", "23 PM021"],
    ["a cause that appears to be one", "24 PM021"],
    ["an impact without a number", "25 PM030"],
    ["an impact without a duration", "25 PM031"],
    ["a restoration that names no deed", "31 PM040"],
  ])("%s: %s", (_what, place) => expect(found()).toContain(place));

  test("the fix makes headings of its lines, and the faults stay what they are", () => {
    const rules = { DOC010: { severity: undefined, options: undefined } };
    const off = Object.fromEntries(
      lint(readDocument({ text, path }), DEFAULT_CONFIGURATION, surroundings)
        .filter(({ code }) => code !== "DOC010")
        .map(({ code }) => [code, { severity: "off" as const, options: undefined }]),
    );
    const fixed = fixDocument(
      { text, path },
      { ...DEFAULT_CONFIGURATION, rules: { ...off, ...rules } },
      surroundings,
      "unsafe",
    );
    const document = readDocument({ text: fixed.text, path });
    expect(document.outline.sections.every(({ origin }) => origin === "heading")).toBe(true);
    const codes = lint(document, DEFAULT_CONFIGURATION, surroundings).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(
      found()
        .map((place) => place.replace(/^\d+ /, ""))
        .filter((code) => code !== "DOC010")
        .toSorted(),
    );
  });
});
