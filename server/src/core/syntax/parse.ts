import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { createLineIndex, type LineIndex } from "./line-index.ts";
import { findHostileNesting } from "./nesting.ts";
import { walk } from "./nodes.ts";
import { placeNodes } from "./place-nodes.ts";
import type { Range } from "./range.ts";

/** A text and its tree; all offsets of the tree point into `text` as it was given. */
export interface Syntax {
  readonly text: string;
  readonly lines: LineIndex;
  /** An empty root when the text could not be parsed; `problems` then says why. */
  readonly root: Root;
  readonly problems: readonly SyntaxProblem[];
}

/** Why (a part of) a text was not parsed. */
export interface SyntaxProblem {
  readonly message: string;
  readonly range: Range;
}

const BYTE_ORDER_MARK = "\uFEFF";

const OPTIONS = {
  extensions: [gfm(), frontmatter(["yaml", "toml"])],
  mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml", "toml"])],
};

/**
 * Parses Markdown (CommonMark 0.31, GFM, YAML or TOML front matter) into mdast with offsets. Never throws: for any
 * string it gives a tree, if need be an empty one, and says what was wrong.
 */
export function parse(text: string): Syntax {
  const lines = createLineIndex(text);
  const nothing: Root = { type: "root", children: [] };
  const hostile = findHostileNesting(text);
  if (hostile) {
    const message = `Line ${lines.lineAt(hostile.start) + 1} is nested too deep or too long to be read: the document was not checked. Split the line.`;
    return { text, lines, root: nothing, problems: [{ message, range: hostile }] };
  }
  try {
    return { text, lines, root: parseTree(text), problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The Markdown parser gave up (${reason}): the document was not checked.`;
    return { text, lines, root: nothing, problems: [{ message, range: { start: 0, end: Math.min(1, text.length) } }] };
  }
}

/** A key at the start of a line, or a flow mapping: without either, a block between two `---` is text between two rules. */
const YAML_KEY = /^(?:["']?[\p{L}\w][\p{L}\w ./@-]*["']?\s*:(?:\s|$)|\{)/mu;

function toTree(text: string): Root {
  const root = withoutSwallowedText(text);
  placeNodes(text, root);
  return root;
}

/** Without front matter where the block at the start holds no key: else a rule above the title would swallow the text. */
function withoutSwallowedText(text: string): Root {
  const root = fromMarkdown(text, OPTIONS);
  const first = root.children[0];
  if (first?.type !== "yaml" || first.value.trim() === "" || YAML_KEY.test(first.value)) return root;
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function parseTree(text: string): Root {
  // The parser drops a byte order mark without counting it, which would shift every offset by one.
  if (!text.startsWith(BYTE_ORDER_MARK)) return toTree(text);
  const root = toTree(text.slice(1));
  walk(root, (node) => {
    if (!node.position) return;
    // Neighbouring nodes may share one point object: copy, never count up in place.
    node.position = { start: { ...node.position.start }, end: { ...node.position.end } };
    for (const point of [node.position.start, node.position.end]) point.offset = (point.offset ?? 0) + 1;
  });
  return root;
}
