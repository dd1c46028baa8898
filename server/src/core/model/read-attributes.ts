import { isMap, isScalar, isSeq, type ParsedNode, parseDocument } from "yaml";
import type { Range } from "../syntax/range.ts";
import type { Attribute, Attributes } from "./attributes.ts";

type Problem = Attributes["problems"][number];

/** Line highlights such as `{1,3-5}`: another tool's, never ours. */
const LINE_NUMBERS = /^\{[\d\s,-]*\}$/;
const JSON_FORM = /^\{\s*"/;
const YAML_FORM = /^\{\s*[\w.-]+\s*:(?=\s|$)/;
/** Quarto's and Pandoc's `{bash}`, `{.bash}`: the language, where the info string begins with the brace. */
const BRACED_LANGUAGE = /^\{\s*\.?[a-z][\w+#-]*(?=[\s,}])/i;
const KEY = /^[A-Za-z_][\w.-]*$/;

/**
 * Reads the attributes of a fence's info string in any of three forms: `{ name=a note="two words" }`, JSON
 * `{"name":"a"}`, YAML flow `{name: a}`. Groups of digits are skipped. A bare key is a flag with the value `true`.
 * `range` is the place of `info` in the document. Unknown keys are kept. Never throws.
 */
export function readAttributes(info: string, range: Range): Attributes {
  const group = findGroup(info);
  if (group === undefined) return { list: [], problems: [], range: undefined };
  const place = (start: number, end: number): Range => ({ start: range.start + start, end: range.start + end });
  const groupRange = place(group.start, group.end);
  const source = info.slice(group.start, group.end);
  const list: Attribute[] = [];
  const problems: Problem[] = [];
  if (!group.closed) {
    const message = "These attributes are not closed, so they may be cut off: add a `}` at the end.";
    problems.push({ message, range: groupRange });
  }
  const shifted = (start: number, end: number): Range => place(group.start + start, group.start + end);
  if (JSON_FORM.test(source) || YAML_FORM.test(source)) readFlow(source, shifted, list, problems);
  else readPairs(source, group.start === 0, shifted, list, problems);
  const seen = new Set<string>();
  for (const { key, keyRange } of list) {
    if (seen.has(key)) problems.push({ message: `Attribute \`${key}\` is given twice: remove one.`, range: keyRange });
    seen.add(key);
  }
  return { list, problems, range: groupRange };
}

/** The first brace group that holds more than line numbers. Braces inside quotes don't end it. */
function findGroup(info: string): { start: number; end: number; closed: boolean } | undefined {
  let from = 0;
  for (;;) {
    const start = info.indexOf("{", from);
    if (start < 0) return undefined;
    const end = closingBrace(info, start) ?? info.indexOf("}", start) + 1;
    if (end === 0) return { start, end: info.length, closed: false };
    if (!LINE_NUMBERS.test(info.slice(start, end))) return { start, end, closed: true };
    from = end;
  }
}

function closingBrace(info: string, start: number): number | undefined {
  let quote = "";
  let depth = 0;
  for (let index = start; index < info.length; index++) {
    const unit = info.charAt(index);
    if (quote !== "") {
      if (unit === "\\") index++;
      else if (unit === quote) quote = "";
    } else if (unit === '"' || (unit === "'" && /[=:\s,{]/.test(info.charAt(index - 1)))) quote = unit;
    else if (unit === "{") depth++;
    else if (unit === "}" && --depth === 0) return index + 1;
  }
  return undefined;
}

function readPairs(
  source: string,
  leads: boolean,
  place: (start: number, end: number) => Range,
  list: Attribute[],
  problems: Problem[],
): void {
  const end = source.endsWith("}") ? source.length - 1 : source.length;
  const skipped = leads ? (BRACED_LANGUAGE.exec(source)?.[0].length ?? 1) : 1;
  const token = /([^\s=,"'{}]+)(=)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"'][^\s]*))?|[^\s,]/gy;
  const separator = /[\s,]*/y;
  let at = skipped;
  for (;;) {
    separator.lastIndex = at;
    separator.exec(source);
    at = separator.lastIndex;
    if (at >= end) return;
    // The closing brace is no part of the last value.
    token.lastIndex = at;
    const body = source.slice(0, end);
    const match = token.exec(body);
    if (match === null) return;
    const [whole, key, equals, double, single, bare] = match;
    const next = at + whole.length;
    const quoted = double ?? single;
    const value = quoted === undefined ? bare?.replace(/,$/, "") : quoted.replace(/\\(["\\])/g, "$1");
    if (key === undefined || (equals === undefined && value !== undefined)) {
      const message = `\`${whole}\` can't be read as an attribute: write \`key=value\`, with quotes around a value that has spaces.`;
      problems.push({ message, range: place(at, next) });
    } else if (/^[.#]/.test(key) && equals === undefined) {
      // A class or an id for other tools.
    } else if (!KEY.test(key)) {
      const message = `\`${key}\` is no attribute name: use letters, digits, \`-\` and \`_\`.`;
      problems.push({ message, range: place(at, at + key.length) });
    } else if (equals !== undefined && value === undefined) {
      const message = `Attribute \`${key}\` has no value behind \`=\`: write \`${key}=value\`.`;
      problems.push({ message, range: place(at, next) });
    } else {
      const keyRange = place(at, at + key.length);
      const offset = at + key.length + 1 + (quoted === undefined ? 0 : 1);
      const length = quoted === undefined ? (value?.length ?? 0) : quoted.length;
      const valueRange = equals === undefined ? keyRange : place(offset, offset + length);
      list.push({ key, value: equals === undefined ? "true" : (value ?? ""), keyRange, valueRange });
    }
    at = next;
  }
}

/** JSON is a part of YAML's flow form, so one reader serves both and gives the places. */
function readFlow(
  source: string,
  place: (start: number, end: number) => Range,
  list: Attribute[],
  problems: Problem[],
): void {
  const bad = (reason: string, start: number, end: number): void => {
    const message = `These attributes can't be read: ${reason}. Write \`{ key=value key="two words" }\`.`;
    problems.push({ message, range: place(start, Math.min(Math.max(end, start + 1), source.length)) });
  };
  try {
    const document = parseDocument(source, { logLevel: "silent", uniqueKeys: false });
    for (const error of document.errors) bad(firstLine(error.message), error.pos[0], error.pos[1]);
    if (!isMap(document.contents)) return;
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key) || !key.range) continue;
      const [start, end] = [key.range[0], key.range[1]];
      const keyRange = place(start, end);
      const text = flowText(value, source);
      if (text === undefined) bad(`the value of \`${String(key.value)}\` is missing or nested`, start, end);
      else {
        const valueRange = value?.range ? place(value.range[0], value.range[1]) : keyRange;
        list.push({ key: String(key.value), value: text, keyRange, valueRange });
      }
    }
  } catch (error) {
    bad(error instanceof Error ? firstLine(error.message) : String(error), 0, source.length);
  }
}

/** A scalar as written (`10s`, `007`), a list of scalars joined by commas; undefined for what an attribute can't hold. */
function flowText(node: ParsedNode | null, source: string): string | undefined {
  if (isScalar(node)) {
    if (node.value === null || node.value === undefined) return undefined;
    return typeof node.value === "string" ? node.value : source.slice(node.range[0], node.range[1]);
  }
  if (!isSeq(node)) return undefined;
  const parts = node.items.map((item) => flowText(item, source));
  return parts.some((part) => part === undefined) ? undefined : parts.join(",");
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "").replace(/[:.]$/, "");
}
