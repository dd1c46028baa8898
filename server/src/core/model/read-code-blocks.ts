import type { Code } from "mdast";
import { rangeOf, walk } from "../syntax/nodes.ts";
import type { Syntax } from "../syntax/parse.ts";
import type { Range } from "../syntax/range.ts";
import type { CodeBlock } from "./code-block.ts";

const TAB_WIDTH = 4;
const OPENING_FENCE = /^(?:`{3,}|~{3,})/;
const LINE_BREAK = /\r\n|\n|\r/;

/** Collects the code blocks of a document in the order of the text, wherever they are nested (lists, quotes, footnotes). */
export function readCodeBlocks(syntax: Syntax): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  walk(syntax.root, (node) => {
    if (node.type === "code") blocks.push(readBlock(node, syntax));
  });
  return blocks;
}

/** Splits a block's value into its lines, as `CodeBlock.lineRanges` counts them. An empty value has no line. */
export function blockLines(value: string): string[] {
  return value === "" ? [] : value.split(LINE_BREAK);
}

function readBlock(node: Code, { text, lines }: Syntax): CodeBlock {
  const range = rangeOf(node);
  const firstLine = lines.lineAt(range.start);
  const lastLine = lines.lineAt(Math.max(range.start, range.end));
  const fence = OPENING_FENCE.exec(text.slice(range.start, lines.lineRange(firstLine).end))?.[0];
  const valueLines = blockLines(node.value);
  const contentLine = fence === undefined ? firstLine : firstLine + 1;
  const lineRanges = valueLines.map((line, index) => placeLine(line, lines.lineRange(contentLine + index), text));
  const indent = columnOf(text.slice(lines.lineRange(firstLine).start, range.start));
  const base = { node, range, value: node.value, lineRanges, indent };
  if (fence === undefined) {
    const infoRange = { start: range.end, end: range.end };
    return { ...base, form: "indented", language: undefined, infoRange, closed: true };
  }
  const infoRange = infoOf(text, { start: range.start + fence.length, end: lines.lineRange(firstLine).end });
  return {
    ...base,
    form: "fenced",
    language: languageOf(text.slice(infoRange.start, infoRange.end)),
    infoRange,
    closed: isClosed(),
  };

  function isClosed(): boolean {
    if (lastLine === firstLine) return false;
    const last = text.slice(lines.lineRange(lastLine).start, range.end);
    const closing = /^[\s>]*?(`{3,}|~{3,})[ \t]*$/.exec(last)?.[1];
    if (closing === undefined || fence === undefined) return false;
    if (closing[0] !== fence[0] || closing.length < fence.length) return false;
    // A fence that is indented too far to close is content, and then the last line of the document is one of the value.
    return valueLines.length < lastLine - firstLine || valueLines.length === 0;
  }
}

/** A line of the value ends where its line of the document ends; only container indentation in front differs. */
function placeLine(line: string, place: Range, text: string): Range {
  const limit = Math.min(line.length, place.end - place.start);
  let length = 0;
  // The parser turns a tab that a container eats half of into spaces, and NUL into U+FFFD: compare from the end.
  while (
    length < limit &&
    sameUnit(line.charCodeAt(line.length - 1 - length), text.charCodeAt(place.end - 1 - length))
  ) {
    length++;
  }
  return { start: place.end - length, end: place.end };
}

function sameUnit(value: number, source: number): boolean {
  return value === source || (value === 0xfffd && source === 0);
}

function infoOf(text: string, rest: Range): Range {
  const source = text.slice(rest.start, rest.end);
  const info = source.trim();
  const start = rest.start + (info === "" ? 0 : source.indexOf(info));
  return { start, end: start + info.length };
}

/** `sh {…}` → `sh`; `{.bash name=a}` (Pandoc) and `{bash}` (Quarto) → `bash`; `js:server.js` and `rust,ignore` lose their tail. */
function languageOf(info: string): string | undefined {
  const word = /^\{?\s*\.?([^\s{}:,?=]+)/.exec(info)?.[1]?.toLowerCase();
  // `{name=a}` and `{1,3}` are attributes and line numbers, no language.
  if (word === undefined || (info.startsWith("{") && /^\{\s*(?:[\w-]+\s*[=:]|[\d,\s-]+\}|"|#)/.test(info)))
    return undefined;
  return word;
}

function columnOf(before: string): number {
  let column = 0;
  for (const character of before) {
    if (character === "\uFEFF") continue;
    column += character === "\t" ? TAB_WIDTH - (column % TAB_WIDTH) : 1;
  }
  return column;
}
