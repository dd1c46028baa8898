import type { CleanDocument } from "./clean-document.ts";

/** A document with one fault in it. */
export interface Broken {
  readonly text: string;
  /** The line that the finding must stand on, counted from 1. */
  readonly line: number;
  /** Where the fault is in the file's name. */
  readonly path?: string;
}

/** A known way to break a document. */
export interface Fault {
  readonly name: string;
  /** The rule that must find it. */
  readonly code: string;
  readonly kinds: readonly CleanDocument["kind"][];
  /** Undefined where the document has no place for this fault. */
  inject(document: CleanDocument): Broken | undefined;
}

/** Replaces the first match of `pattern`; the fault's line is that of the match, or `below` lines further down. */
export function replaceFirst(text: string, pattern: RegExp, replacement: string, below = 0): Broken | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  return { text: text.replace(pattern, replacement), line: lineAt(text, match.index) + below };
}

/** A section by the text of its heading. Lines count from 0; `to` is the line behind its last. */
export interface SectionLines {
  readonly heading: number;
  readonly to: number;
}

/** Finds a section by a pattern for its whole heading line, marks included. */
function findSection(lines: readonly string[], heading: RegExp): SectionLines | undefined {
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return undefined;
  const depth = depthOf(lines[start] ?? "");
  const end = lines.findIndex((line, index) => index > start && depthOf(line) > 0 && depthOf(line) <= depth);
  return { heading: start, to: end < 0 ? lines.length : end };
}

/** Takes a section away. The fault's line is that of the document's title. */
export function dropSection(text: string, heading: RegExp): Broken | undefined {
  const lines = text.split("\n");
  const section = findSection(lines, heading);
  if (section === undefined) return undefined;
  const left = [...lines.slice(0, section.heading), ...lines.slice(section.to)];
  return { text: `${left.join("\n").trimEnd()}\n`, line: left.findIndex((line) => /^# /.test(line)) + 1 };
}

/** Puts other text below a heading. The fault's line is the heading's, or `below` lines further down. */
export function setBody(text: string, heading: RegExp, body: string, below = 0): Broken | undefined {
  const lines = text.split("\n");
  const section = findSection(lines, heading);
  if (section === undefined) return undefined;
  const inner = body === "" ? [""] : ["", ...body.split("\n"), ""];
  const changed = [...lines.slice(0, section.heading + 1), ...inner, ...lines.slice(section.to)];
  return { text: `${changed.join("\n").trimEnd()}\n`, line: section.heading + 1 + below };
}

/** Adds a block right below a heading. The fault's line is the block's first, or `below` lines further down. */
export function addBelow(text: string, heading: RegExp, block: string, below = 0): Broken | undefined {
  const lines = text.split("\n");
  const section = findSection(lines, heading);
  if (section === undefined) return undefined;
  const changed = [...lines.slice(0, section.heading + 1), "", block, ...lines.slice(section.heading + 1)];
  return { text: changed.join("\n"), line: section.heading + 3 + below };
}

/** Swaps two lines that match and stand one below the other, among the matching ones. The fault's line is the later of the two. */
export function swapLines(text: string, pattern: RegExp, first: number): Broken | undefined {
  const lines = text.split("\n");
  const places = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
  const [a, b] = [places[first], places[first + 1]];
  if (a === undefined || b === undefined) return undefined;
  const changed = lines.with(a, lines[b] ?? "").with(b, lines[a] ?? "");
  return { text: changed.join("\n"), line: b + 1 };
}

/** Changes each line that matches, all over. The fault's line is the first of them, or that of `heading`. */
export function changeAll(text: string, pattern: RegExp, replacement: string, heading?: RegExp): Broken | undefined {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => pattern.test(line));
  if (first < 0) return undefined;
  const changed = lines.flatMap((line) => {
    const other = line.replace(pattern, replacement);
    return other === "" && line !== "" ? [] : [other];
  });
  const line = heading === undefined ? first : changed.findIndex((other) => heading.test(other));
  return { text: changed.join("\n"), line: line + 1 };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function depthOf(line: string): number {
  return /^(#{1,6}) /.exec(line)?.[1]?.length ?? 0;
}
