import type { ListItem, RootContent, Table } from "mdast";
import { type FrontMatter, type FrontMatterEntry, isRecord } from "../syntax/front-matter.ts";
import { rangeOf } from "../syntax/nodes.ts";
import type { Syntax } from "../syntax/parse.ts";
import type { Range } from "../syntax/range.ts";
import { findDates, isoDate } from "./dates.ts";
import { plainSource } from "./inline-source.ts";
import { linesOf } from "./lines.ts";
import { canonicalKey } from "./metadata-keys.ts";
import type { Outline } from "./outline.ts";
import type { MetadataField } from "./postmortem.ts";
import { readTable } from "./table.ts";

/** `**Key**: value`, `**Key:** value`, `- Key: value`, `Key: value`; the key is read by `canonicalKey`. */
const LABELLED =
  /^(?:[-*+]\s+)?(?:\*\*|__)?([^*_:：|<>[\]]{2,40}?)\s*(?:(?:\*\*|__)\s*[:：]|[:：]\s*(?:\*\*|__)|[:：])(?=\s|$|[^\s/])\s*/u;
/** `First detected 2023-01-05 10:00`: a key event without a colon. */
const KEY_EVENT =
  /^(?:\*\*)?([A-Za-z][A-Za-z ]{3,20}?)(?:\*\*)?\s+(?:on |at )?(?=\d{4}-\d{2}-\d{2}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4})/;
/** What stands between two fields of one line, before the second one's key. */
const NEXT_FIELD =
  /(\s+[·•|—]\s+|\s{2,}(?=\*\*)|\s+(?=\*\*[^*\n]{2,40}:\*\*))(?=(?:\*\*|__)?\p{L}[^:：*_|·\n]{1,30}(?:\*\*|__)?[:：])/gu;
const TOP_BLOCKS = 30;
/** Fields that an impact section states as well. */
const IN_IMPACT = new Set([
  "duration",
  "timeToDetect",
  "timeToMitigate",
  "timeToResolve",
  "started",
  "detected",
  "mitigated",
  "resolved",
]);

/**
 * Reads the fields of a document: front matter first (below `runbook:`/`postmortem:`, then plain keys), then what
 * stands before the first canonical section and in sections of metadata: `**Key**: value` lines, label lists, tables of
 * two columns, headings `Key: value`; last, durations and key times of the impact section. One field may occur several
 * times; the first is the best.
 *
 * Where the title or the file's name holds a date, a last `date` field says so, its value ISO: with the range of the
 * title's heading, or, for the file's name, with empty ranges at 0.
 */
export function readMetadata(
  syntax: Syntax,
  frontMatter: FrontMatter | undefined,
  outline: Outline,
  path: string,
): MetadataField[] {
  const { text, root } = syntax;
  const fields: MetadataField[] = frontMatter ? ofFrontMatter(frontMatter) : [];
  const add = (name: string, value: string, keyRange: Range, valueRange: Range): boolean => {
    const key = canonicalKey(name);
    if (key === undefined || value === "") return false;
    // "Data" is the date in Portuguese, and anything in English.
    if (key === "date" && /^data$/i.test(name) && !/\d/.test(value)) return false;
    fields.push({ key, value, keyRange, valueRange });
    return true;
  };

  const readLine = (line: Range): void => {
    const source = text.slice(line.start, line.end);
    const match = KEY_EVENT.exec(source) ?? LABELLED.exec(source);
    if (!match) return;
    const name = match[1] ?? "";
    const keyStart = line.start + source.indexOf(name);
    const valueRange = trimmed(text, line.start + match[0].length, line.end);
    const value = plainSource(text.slice(valueRange.start, valueRange.end));
    add(name, value, { start: keyStart, end: keyStart + name.length }, valueRange);
  };

  const readRows = (table: Table): void => {
    const { header, rows } = readTable(text, table);
    if (header.length === 2) {
      for (const [key, value] of [header, ...rows.map((row) => row.cells)]) {
        if (key && value) add(key.text, value.text, key.range, value.range);
      }
    } else if (rows.length === 1) {
      for (const [index, key] of header.entries()) {
        const value = rows[0]?.cells[index];
        if (value) add(key.text, value.text, key.range, value.range);
      }
    }
  };

  const readBlock = (node: RootContent | ListItem): void => {
    if (node.type === "paragraph")
      for (const line of linesOf(text, rangeOf(node))) for (const part of fieldsOf(text, line)) readLine(part);
    else if (node.type === "list") for (const item of node.children) readBlock(item);
    else if (node.type === "listItem" || node.type === "blockquote")
      for (const child of node.children) readBlock(child);
    else if (node.type === "table") readRows(node);
    else if (node.type === "heading")
      readLine({ start: rangeOf(node).start + markerLength(text, node), end: rangeOf(node).end });
  };

  const isSection = (section: { readonly origin: string; readonly id: string | undefined }): boolean =>
    section.origin !== "label" && section.id !== undefined && section.id !== "metadata";
  const topEnd = outline.sections.find(isSection)?.heading.start ?? text.length;
  let read = 0;
  for (const node of root.children) {
    if (rangeOf(node).start >= topEnd || ++read > TOP_BLOCKS) break;
    readBlock(node);
  }
  const behindTop = read === 0 ? 0 : rangeOf(root.children[read - 1] ?? root).end;
  for (const section of outline.byId("metadata")) {
    const [first] = section.ownContent;
    // `## Status` with "Complete" below it.
    if (first?.type === "paragraph") {
      const range = rangeOf(first);
      add(section.title, plainSource(text.slice(range.start, range.end)), section.heading, range);
    }
    if (section.heading.start >= behindTop || section.heading.start >= topEnd)
      for (const node of section.content) readBlock(node);
  }

  const before = fields.length;
  for (const section of outline.byId("impact")) for (const node of section.content) readBlock(node);
  fields.push(...fields.splice(before).filter((field) => IN_IMPACT.has(field.key)));

  const title = outline.title;
  const inTitle = title && firstDate(title.title);
  if (title && inTitle !== undefined) {
    fields.push({ key: "date", value: inTitle, keyRange: title.heading, valueRange: title.heading });
  }
  const inName = firstDate((path.split("/").at(-1) ?? "").replace(/_/g, " "));
  const nowhere = { start: 0, end: 0 };
  if (inName !== undefined) fields.push({ key: "date", value: inName, keyRange: nowhere, valueRange: nowhere });
  return fields;
}

/**
 * The parts of a line that holds several fields: `**Severity:** SEV-2  **Date:** 2026-04-03`, `Owner: Dana · Severity: SEV-1`.
 * The line itself when it holds one.
 */
function fieldsOf(text: string, line: Range): Range[] {
  const source = text.slice(line.start, line.end);
  const starts = [...source.matchAll(NEXT_FIELD)].map((match) => match.index + (match[1]?.length ?? 0));
  const ends = [...source.matchAll(NEXT_FIELD)].map(({ index }) => index);
  return [0, ...starts].map((from, index) => ({
    start: line.start + from,
    end: line.start + (ends[index] ?? source.length),
  }));
}

/** Fields of the first key that has any, in the order of `keys`. */
export function firstField(fields: readonly MetadataField[], ...keys: readonly string[]): MetadataField | undefined {
  for (const key of keys) {
    const found = fields.find((field) => field.key === key);
    if (found) return found;
  }
  return undefined;
}

function ofFrontMatter(frontMatter: FrontMatter): MetadataField[] {
  const isOurs = (entry: FrontMatterEntry): boolean => entry.path[0] === "runbook" || entry.path[0] === "postmortem";
  const ours = frontMatter.entries.filter((entry) => isOurs(entry) && entry.path.length === 2);
  const plain = frontMatter.entries.filter((entry) => entry.path.length === 1 && !isOurs(entry));
  return [...ours, ...plain].flatMap((entry) => {
    const key = canonicalKey(entry.path.at(-1) ?? "");
    const value = textOf(entry, frontMatter);
    return key === undefined || value === ""
      ? []
      : [{ key, value, keyRange: entry.keyRange, valueRange: entry.valueRange }];
  });
}

/** Lists are joined by commas; mappings have no value. */
function textOf(entry: FrontMatterEntry, frontMatter: FrontMatter): string {
  let value: unknown = entry.value;
  if (value === undefined) {
    value = frontMatter.data;
    for (const key of entry.path) value = isRecord(value) ? value[key] : undefined;
  }
  const list = Array.isArray(value) ? value : [value];
  return list
    .flatMap((each) => (["string", "number", "boolean"].includes(typeof each) ? [String(each)] : []))
    .join(", ");
}

function firstDate(text: string): string | undefined {
  return findDates(text)
    .map((date) => isoDate(date))
    .find((date) => date !== undefined);
}

function markerLength(text: string, node: RootContent): number {
  const { start } = rangeOf(node);
  return /^#*\s*/.exec(text.slice(start, start + 12))?.[0].length ?? 0;
}

function trimmed(text: string, start: number, end: number): Range {
  let to = end;
  while (to > start && /[\s\\]/.test(text[to - 1] ?? "")) to--;
  return { start: Math.min(start, to), end: to };
}
