import { corpusFiles } from "../../../test/support/corpus.ts";
import type { IncidentDocument } from "../../src/core/model/document.ts";
import { readDocument } from "../../src/core/model/read-document.ts";
import { RULES } from "../../src/core/rules/registry.ts";
import type { Severity } from "../../src/core/rules/rule.ts";
import { lint } from "../../src/core/rules/runner.ts";
import { type Configuration, DEFAULT_CONFIGURATION } from "../../src/core/schema/configuration.ts";
import type { Preset } from "../../src/core/schema/presets/preset.ts";
import { createLineIndex } from "../../src/core/syntax/line-index.ts";
import { mergeLayers } from "../../src/workspace/configuration/merge.ts";

/**
 * Of many repositories only some files are in the corpus: whether a link leads somewhere is not known. Today is later than
 * any of the documents: what is overdue or stale by then is found.
 */
const SURROUNDINGS = { exists: () => undefined, today: "2026-12-01" };
const FOLDERS = ["other", "postmortems", "runbooks", "templates"];
const OFF = new Set(RULES.filter(({ severity }) => severity === "off").map(({ code }) => code));

/** A finding on a real document. */
export interface Hit {
  readonly code: string;
  readonly severity: Severity;
  /** Whether the rule is one that is off unless a team switches it on. */
  readonly off: boolean;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line, trimmed, up to 80 characters. */
  readonly excerpt: string;
  readonly message: string;
}

/** A real document that is ours, with what is found in it. */
export interface Measured {
  readonly file: string;
  readonly kind: "runbook" | "postmortem";
  readonly text: string;
  readonly hits: readonly Hit[];
}

/** Real documents, each read once. */
export type Corpus = ReturnType<typeof readCorpus>;

/** Reads the documents of the corpus that are ours; templates and other texts are left out, as every door leaves them. */
export function readCorpus() {
  return FOLDERS.flatMap(corpusFiles).flatMap(({ file, text }) => {
    const document = readDocument({ text, path: file });
    return document.kind === "other" || document.detected.isTemplate ? [] : [{ file, text, document }];
  });
}

/** Checks all documents by the shipped defaults, with the rules that are off switched on beside (`off` marks their hits). */
export function measure(corpus: Corpus): readonly Measured[] {
  const on = [...OFF].map((code) => [code, { severity: "information" as const, options: undefined }]);
  const configuration = { ...DEFAULT_CONFIGURATION, rules: Object.fromEntries(on) };
  return corpus.map(({ file, text, document }) => checkOne(file, text, document, configuration, OFF));
}

/** Checks all documents by a preset, as a team that extends it would see them. */
export function measureByPreset(corpus: Corpus, preset: Preset): readonly Measured[] {
  const { configuration } = mergeLayers([{ preset, files: undefined }]);
  return corpus.map(({ file, text }) => {
    const document = readDocument({ text, path: file, structure: configuration.structure });
    return checkOne(file, text, document, configuration, new Set());
  });
}

function checkOne(
  file: string,
  text: string,
  document: IncidentDocument,
  configuration: Configuration,
  off: ReadonlySet<string>,
): Measured {
  const lines = createLineIndex(text);
  const hits = lint(document, configuration, SURROUNDINGS).map(({ code, severity, message, range }) => {
    const line = lines.lineAt(range.start);
    const place = lines.lineRange(line);
    const excerpt = text.slice(place.start, place.end).trim().slice(0, 80);
    return { code, severity, off: off.has(code), file, line: line + 1, excerpt, message };
  });
  return { file, text, kind: document.kind === "postmortem" ? "postmortem" : "runbook", hits };
}
