import { type DocumentInput, readDocument } from "../model/read-document.ts";
import type { Finding, FixSafety, Surroundings } from "../rules/rule.ts";
import { lint } from "../rules/runner.ts";
import type { Configuration } from "../schema/configuration.ts";
import { applyFixes } from "./apply-fixes.ts";

/** More passes than fixes that wait for each other need. */
const MOST_PASSES = 10;

/** A document after fixing. */
export interface FixedDocument {
  readonly text: string;
  /** The findings that were fixed, pass by pass. Their ranges are those of the text of their pass. */
  readonly applied: readonly Finding[];
  /** The findings that are left, for `text`. */
  readonly remaining: readonly Finding[];
  /** False when the tenth pass still found something to fix: two fixes undo each other, which is a defect of ours. */
  readonly stable: boolean;
}

/**
 * Fixes a document: applies all fixes that are safe enough, checks again, and so on until a pass changes nothing. Fixes
 * that overlap are so applied one after the other.
 */
export function fixDocument(
  input: DocumentInput,
  configuration: Configuration,
  surroundings: Surroundings,
  safety: FixSafety,
): FixedDocument {
  let { text } = input;
  const applied: Finding[] = [];
  for (let pass = 1; ; pass++) {
    const remaining = lint(readDocument({ ...input, text }), configuration, surroundings);
    const fixed = applyFixes(text, remaining, safety);
    if (fixed.text === text) return { text, applied, remaining, stable: true };
    if (pass > MOST_PASSES) return { text, applied, remaining, stable: false };
    applied.push(...fixed.applied);
    text = fixed.text;
  }
}
