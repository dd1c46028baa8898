import type { Range } from "../../syntax/range.ts";
import type { Prose } from "./prose.ts";

/** A place in prose that waits for its text. */
export interface Placeholder {
  readonly text: string;
  readonly range: Range;
}

const PATTERNS: readonly RegExp[] = [
  // A to-do of the author stands at the start of a block, a line or a clause; in "the TODO list" it is a word. The look
  // behind comes last, so that it is tried at the few matches only.
  /\b(?:TODO|FIXME)(?<=(?:^[\s>*_|~#-]*|\n[\s>*_|~-]*|[:([{|–—-]\s*|[.!?]\s+)(?:TODO|FIXME))(?![\w/-])(?! (?:list|item|comment|app|state|status|column)s?\b)/g,
  /\b(?:TBD|TBC|TBA)(?<!(?:[\w#/.-]|[☐☑✓]\s*)(?:TBD|TBC|TBA))(?![\w/-])/g,
  // A date or a time that was begun: 2022-05-??, 20XX-XX-XX, ??:??.
  /(?<![\w-])\d{4}-(?:\d{2}|\?\?|XX)-(?:\?\?|XX)(?![\w-])|(?<![\w-])\d{2}XX-XX-XX(?![\w-])|(?<!\S)(?:\d{2}|\?\?):\?\?(?!\S)/g,
  /(?<![\w?!])\?{3,}(?![\w?!])/g,
  /\blorem ipsum\b/gi,
];

/** What is a value still to come in a report, and a form to be filled in during the incident in a runbook. */
const REPORT_PATTERNS: readonly RegExp[] = [
  /\[(?:insert|fill in|enter|your|specify|add your|replace with)\s[^\][\n]{1,80}\]|\[(?:date|time|name|owner|yyyy-mm-dd|dd\/mm\/yyyy)\]/gi,
  /(?<![\w#/.$<{"'-])X{3,}(?![\w/.>}"'-])/g,
];

/** `HH:mm` and `YYYY-MM-DD` stand for a value only where a value is expected: alone in a cell, or at the start of an entry. */
const PATTERN_LETTERS =
  /^[\s|*_~-]*((?:YYYY-MM-DD|DD\/MM\/YYYY)?[ T]?(?:HH:MM(?::SS)?)|YYYY-MM-DD|DD\/MM\/YYYY)(?![\w:])/gim;

/** Finds the placeholders of a block of prose, in the order of the text. A runbook may hold forms: fewer patterns count. */
export function findPlaceholders({ text, start }: Prose, kind: "postmortem" | "runbook"): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const add = (value: string, index: number): void => {
    found.push({ text: value, range: { start: start + index, end: start + index + value.length } });
  };
  const patterns = kind === "runbook" ? PATTERNS : [...PATTERNS, ...REPORT_PATTERNS];
  for (const pattern of patterns) for (const match of text.matchAll(pattern)) add(match[0], match.index);
  for (const match of kind === "runbook" ? [] : text.matchAll(PATTERN_LETTERS)) {
    const value = (match[1] ?? "").trim();
    add(value, match.index + match[0].indexOf(value));
  }
  found.sort((a, b) => a.range.start - b.range.start);
  return found.filter((one, index) => one.range.start >= (found[index - 1]?.range.end ?? 0));
}
