import type { Nodes } from "mdast";
import { rangeOf, walk } from "../syntax/nodes.ts";
import type { Syntax } from "../syntax/parse.ts";
import type { Range } from "../syntax/range.ts";

/** A link or image of a document, definitions of reference links included. */
export interface LinkReference {
  /** The whole link. */
  readonly range: Range;
  /** The target as written, percent-escapes kept. */
  readonly url: string;
  /** Where the target stands; the whole link when it cannot be told apart. */
  readonly urlRange: Range;
}

/** Collects the links of a tree in document order. Autolinks count; links inside code or HTML do not. */
export function readLinks(syntax: Syntax): LinkReference[] {
  const links: LinkReference[] = [];
  walk(syntax.root, (node: Nodes) => {
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return;
    const range = rangeOf(node);
    const source = syntax.text.slice(range.start, range.end);
    // The target stands behind the text, so the last occurrence is it, unless a title repeats it.
    const marker = node.type === "definition" ? source.indexOf("]:") : source.lastIndexOf("](");
    const at = marker < 0 ? source.indexOf(node.url) : source.indexOf(node.url, marker);
    const urlRange =
      at < 0 || node.url === "" ? range : { start: range.start + at, end: range.start + at + node.url.length };
    links.push({ range, url: node.url, urlRange });
  });
  return links;
}
