import type { Root } from "mdast";
import { isMap, isScalar, type ParsedNode, parseDocument, type Document as YamlDocument } from "yaml";
import { rangeOf } from "./nodes.ts";
import type { SyntaxProblem } from "./parse.ts";
import type { Range } from "./range.ts";

/** One key of the front matter's top mapping, or of the mapping below `runbook:`/`postmortem:`. */
export interface FrontMatterEntry {
  readonly path: readonly string[];
  /** The plain value of a scalar; undefined for lists and mappings, which are in `data`. */
  readonly value: unknown;
  readonly keyRange: Range;
  /** Empty, behind the key, when the key has no value. */
  readonly valueRange: Range;
}

/** A document's YAML front matter with the places of its keys. */
export interface FrontMatter {
  /** The whole block with its fences. */
  readonly range: Range;
  /** Offset of the first character behind the opening fence's line break. */
  readonly contentStart: number;
  /** Plain data; `{}` when the YAML is broken or no mapping. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly SyntaxProblem[];
}

/** Reads the front matter of a tree; undefined when there is none. TOML is recognised and left alone. Never throws. */
export function readFrontMatter(text: string, root: Root): FrontMatter | undefined {
  const node = root.children[0];
  if (node?.type !== "yaml") return undefined;
  const range = rangeOf(node);
  const contentStart = lineBreakEnd(text, range.start);
  let document: YamlDocument.Parsed;
  try {
    // YAML ends lines at a lone CR as Markdown does, the library does not; the replacement is as long.
    document = parseDocument(node.value.replace(/\r(?!\n)/g, "\n"), { logLevel: "silent" });
  } catch (error) {
    const message = `Front matter is no valid YAML: ${error instanceof Error ? error.message : String(error)}`;
    return { range, contentStart, data: {}, entries: [], problems: [{ message, range }] };
  }
  // The node's value is the text between the fences as written, line breaks included; offsets count from its start.
  const shift = (offset: number): number => Math.min(contentStart + offset, range.end);
  const problems = document.errors.map((error) => ({
    message: `Front matter is no valid YAML: ${firstSentence(error.message)}`,
    range: { start: shift(error.pos[0]), end: Math.max(shift(error.pos[0]) + 1, shift(error.pos[1])) },
  }));
  const data: unknown = problems.length > 0 ? undefined : toData(document);
  return { range, contentStart, data: isRecord(data) ? data : {}, entries: readEntries(document, shift), problems };
}

function toData(document: YamlDocument.Parsed): unknown {
  try {
    // A document that expands aliases without end throws here.
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function readEntries(document: YamlDocument.Parsed, shift: (offset: number) => number): FrontMatterEntry[] {
  const entries: FrontMatterEntry[] = [];
  const read = (node: ParsedNode | null, path: readonly string[]): void => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) continue;
      const own = [...path, String(key.value)];
      const keyRange = { start: shift(key.range[0]), end: shift(key.range[1]) };
      const valueRange = value?.range
        ? { start: shift(value.range[0]), end: shift(value.range[1]) }
        : { start: keyRange.end, end: keyRange.end };
      entries.push({ path: own, value: isScalar(value) ? value.value : undefined, keyRange, valueRange });
      if (path.length < 3) read(value, own);
    }
  };
  read(document.contents, []);
  return entries;
}

function lineBreakEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  if (at < 0) return text.length;
  return from + at + (text.startsWith("\r\n", from + at) ? 2 : 1);
}

/** The parser's own line numbers count from the fence, not from the file's start: the range says where. */
function firstSentence(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/:$/, "").replace(/ at line \d+, column \d+$/, "");
}

/** Whether a value is a plain mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
