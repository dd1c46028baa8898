import type { Heading, Nodes, Root, RootContent } from "mdast";
import { normaliseHeading, type SectionSpec } from "../schema/section-spec.ts";
import { plainText, rangeOf, walk } from "../syntax/nodes.ts";
import { parse, type Syntax } from "../syntax/parse.ts";
import type { Range } from "../syntax/range.ts";
import { createIdentifier } from "./identify-section.ts";
import { linesOf } from "./lines.ts";

/** A document read with its plain lines as headings. */
export interface PlainHeadings {
  /** The same text; its tree has a heading for each plain one, and what stands between two is parsed for itself. */
  readonly syntax: Syntax;
  /** Where the plain headings begin. */
  readonly starts: ReadonlySet<number>;
}

interface PlainLine extends Range {
  readonly depth: 1 | 2;
}

/** A list of the document's headings, by its own heading. */
const CONTENTS = /^(?:(?:table of )?contents|toc|目录|目次)$/;
const ENDS_SENTENCE = /[.!?:;。！？：；)”"]$/;
const NO_HEADING = /[.!?;,。！？；，、]$|^[*_#>|+\-–—[<`~\d\s]|https?:|[|`]/;
const FEWEST = 3;
const LONGEST = 60;
const LONGEST_TITLE = 90;

/**
 * Finds headings that are nothing but short lines, as a text has them that was pasted from a word processor or a chat. Undefined
 * unless the document has no heading of `catalogues`, and at least three different sections of one of them stand alone on
 * lines of their own: at the start of a paragraph, behind the end of a sentence, or right behind a list, where Markdown
 * takes them for the last item's text. The first line, when short, is the title.
 */
export function readPlainHeadings(
  syntax: Syntax,
  catalogues: readonly (readonly SectionSpec[])[],
): PlainHeadings | undefined {
  const { text, root } = syntax;
  const identifiers = catalogues.map((catalogue) => createIdentifier(catalogue));
  const headings = root.children.flatMap((node) => (node.type === "heading" ? [plainText(node)] : []));
  if (headings.some((title) => identifiers.some((identify) => identify(title) !== undefined))) return undefined;

  const candidates = candidateLines(text, root);
  const names = candidates.map((line) => text.slice(line.start, line.end));
  const ids = identifiers.map((identify) => new Set(names.map(identify).filter((id) => id !== undefined)));
  if (Math.max(0, ...ids.map(({ size }) => size)) < FEWEST) return undefined;

  const listed = contentsEntries(root);
  const isSection = (name: string): boolean =>
    identifiers.some((identify) => identify(name) !== undefined) ||
    CONTENTS.test(normaliseHeading(name)) ||
    listed.has(normaliseHeading(name));
  const sections = candidates.filter((line) => isSection(text.slice(line.start, line.end)));
  const title = headings.length === 0 ? titleLine(text, root) : undefined;
  const lines: PlainLine[] = sections
    .filter(({ start }) => start !== title?.start)
    .map((line) => ({ ...line, depth: 2 }));
  if (title !== undefined) lines.unshift({ ...title, depth: 1 });
  return {
    syntax: { ...syntax, root: rebuild(syntax, lines) },
    starts: new Set(lines.map(({ start }) => start)),
  };
}

function candidateLines(text: string, root: Root): Range[] {
  const found: Range[] = [];
  const take = (node: Nodes, inList: boolean): void => {
    let before = "";
    let wasHeading = false;
    for (const [index, line] of linesOf(text, rangeOf(node)).entries()) {
      const content = text.slice(line.start, line.end);
      const atStart: boolean =
        index === 0 ? !inList : before === "" || wasHeading || (inList && index === 1) || ENDS_SENTENCE.test(before);
      // In a list, only what is not indented: the lines that Markdown takes for a lazy continuation of the last item.
      const lazy = !inList || line.start === 0 || /[\r\n]/.test(text.charAt(line.start - 1));
      wasHeading = atStart && lazy && isNameLike(content, LONGEST);
      if (wasHeading) found.push(line);
      before = content;
    }
  };
  for (const node of root.children) {
    if (node.type === "paragraph") take(node, false);
    else if (node.type === "list") walk(node, (inner) => inner.type === "paragraph" && take(inner, true));
  }
  return found;
}

function isNameLike(line: string, longest: number): boolean {
  if (line.length > longest || line.length < 2 || NO_HEADING.test(line)) return false;
  // "The impact was profound:" introduces a list.
  const words = line.split(/\s+/).length;
  return words <= (/[:：]$/.test(line) ? 3 : 10) && /^[^\p{Ll}]/u.test(line);
}

function titleLine(text: string, root: Root): Range | undefined {
  const first = root.children.find(({ type }) => type !== "yaml" && type !== "html");
  if (first?.type !== "paragraph") return undefined;
  const [line] = linesOf(text, rangeOf(first));
  if (line === undefined) return undefined;
  const content = text.slice(line.start, line.end);
  return isNameLike(content, LONGEST_TITLE) && !/[:：]$/.test(content) ? line : undefined;
}

/** What the items of lists behind a line "Contents" say, so that a section of any name is known by its entry. */
function contentsEntries(root: Root): ReadonlySet<string> {
  const entries = new Set<string>();
  for (const [index, node] of root.children.entries()) {
    const before = root.children[index - 1];
    if (node.type !== "list" || before?.type !== "paragraph") continue;
    if (
      !CONTENTS.test(
        normaliseHeading(
          plainText(before)
            .split(/[\r\n]+/)
            .at(-1) ?? "",
        ),
      )
    )
      continue;
    for (const item of node.children) {
      const name = item.children[0] && plainText(item.children[0]).split(/[\r\n]+/)[0];
      if (name !== undefined) entries.add(normaliseHeading(name));
    }
  }
  return entries;
}

function rebuild(syntax: Syntax, lines: readonly PlainLine[]): Root {
  const children: RootContent[] = [];
  let from = 0;
  for (const line of lines) {
    children.push(...parsePart(syntax, from, line.start), headingOf(syntax, line));
    from = line.end;
  }
  children.push(...parsePart(syntax, from, syntax.text.length));
  return { ...syntax.root, children };
}

function headingOf({ text, lines }: Syntax, { start, end, depth }: PlainLine): Heading {
  const point = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1, offset };
  };
  const position = { start: point(start), end: point(end) };
  return { type: "heading", depth, position, children: [{ type: "text", value: text.slice(start, end), position }] };
}

function parsePart({ text, lines }: Syntax, start: number, end: number): readonly RootContent[] {
  const part = text.slice(start, end);
  if (part.trim() === "") return [];
  const { root } = parse(part);
  const firstLine = lines.lineAt(start);
  walk(root, (node) => {
    if (!node.position) return;
    // Neighbouring nodes may share one point object: copy, never count up in place.
    node.position = { start: { ...node.position.start }, end: { ...node.position.end } };
    for (const point of [node.position.start, node.position.end]) {
      point.offset = (point.offset ?? 0) + start;
      point.line += firstLine;
    }
  });
  return root.children;
}
