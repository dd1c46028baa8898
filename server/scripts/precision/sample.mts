import { createHash } from "node:crypto";
import type { Hit } from "./measure.mts";

/** How many hits of a rule a person reads. */
export const SAMPLE_SIZE = 30;

/**
 * A random sample of hits: those with the smallest hash of seed, rule, file and line's text. So the sample does not hang
 * on the order of files, and stays the same where other hits come and go.
 */
export function sampleOf(hits: readonly Hit[], seed: string, size = SAMPLE_SIZE): readonly Hit[] {
  return hits
    .map((hit) => ({ hit, key: hash(`${seed}\n${hit.code}\n${hit.file}\n${hit.line}\n${hit.excerpt}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map(({ hit }) => hit);
}

/** A hit with the lines around it, for a reader who judges it. */
export function inContext(hit: Hit, text: string, around: number): string {
  const lines = text.split(/\r\n|\n|\r/);
  const from = Math.max(1, hit.line - around);
  const to = Math.min(lines.length, hit.line + around);
  const shown = lines.slice(from - 1, to).map((line, index) => {
    const number = from + index;
    return `${number === hit.line ? ">" : " "} ${String(number).padStart(4)} | ${line.slice(0, 200)}`;
  });
  return [`${hit.file}:${hit.line} ${hit.severity} ${hit.code}`, `  ${hit.message}`, ...shown, ""].join("\n");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
