import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type Document as YamlDocument } from "yaml";
import type { Range } from "../../core/syntax/range.ts";

/** Where a value stands in a file's data: keys of mappings and indexes of lists, from the outside in. */
export type Path = readonly (string | number)[];

/** The place of a value, without a byte order mark; the nearest value around it when it has none of its own. */
export function valueRange(document: YamlDocument.Parsed, path: Path): Range {
  let place = nodeRange(document.contents) ?? { start: 0, end: 0 };
  let node: ParsedNode | null = document.contents;
  for (const part of path) {
    if (isMap(node) && typeof part === "string") {
      const pair = pairOf(node.items, part);
      node = pair?.value ?? null;
      // A key without a value: the key is all there is to point at.
      place = nodeRange(node) ?? nodeRange(pair?.key ?? null) ?? place;
    } else if (isSeq(node) && typeof part === "number") {
      node = node.items[part] ?? null;
      place = nodeRange(node) ?? place;
    }
  }
  return place;
}

/** The place of a key in the mapping at `path`. */
export function keyRange(document: YamlDocument.Parsed, path: Path, key: string): Range {
  let node: ParsedNode | null = document.contents;
  for (const part of path) {
    if (isMap(node) && typeof part === "string") node = pairOf(node.items, part)?.value ?? null;
    else if (isSeq(node) && typeof part === "number") node = node.items[part] ?? null;
  }
  const pair = isMap(node) ? pairOf(node.items, key) : undefined;
  return nodeRange(pair?.key ?? null) ?? valueRange(document, path);
}

function pairOf(
  items: Pair<ParsedNode, ParsedNode | null>[],
  key: string,
): Pair<ParsedNode, ParsedNode | null> | undefined {
  return items.find((item) => isScalar(item.key) && String(item.key.value) === key);
}

/** An empty value has a place without extent, which nobody could see. */
function nodeRange(node: ParsedNode | null): Range | undefined {
  return node && node.range[1] > node.range[0] ? { start: node.range[0], end: node.range[1] } : undefined;
}
