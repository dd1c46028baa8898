import type { Heading, Root, RootContent } from "mdast";
import { normaliseHeading, type SectionSpec } from "../schema/section-spec.ts";
import { plainText, rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";
import { createIdentifier } from "./identify-section.ts";
import { readLabels } from "./labels.ts";

/**
 * How a section is marked in the text. Half of the sections of real postmortems are labels (`**Impact**: …`); `plain` is a
 * short line without any markup, where a document has no other headings.
 */
export type SectionOrigin = "heading" | "label" | "plain";

/** A part of a document under one heading or label. */
export interface Section {
  /** The canonical id, when an alias or pattern of the catalogue matches; else undefined: a foreign section. */
  readonly id: string | undefined;
  /** The heading as a reader sees it, markup removed. */
  readonly title: string;
  readonly origin: SectionOrigin;
  /** Heading level 1–6; a label lies one below the heading around it. */
  readonly depth: number;
  /** The heading, or the bold label with its colon. */
  readonly heading: Range;
  /** From behind the heading to the next heading of the same or a higher level (or the end of the label's block). */
  readonly body: Range;
  /** The blocks of the body, those of sub-sections included. */
  readonly content: readonly RootContent[];
  /** The blocks before the first sub-section's heading. */
  readonly ownContent: readonly RootContent[];
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
}

/** All sections of a document, in the order of the text. */
export interface Outline {
  readonly sections: readonly Section[];
  /** The heading that names the document, when there is one: the first H1 that is not itself a canonical section. */
  readonly title: Section | undefined;
  /** Sections of one canonical id, nearest to the top level first, then in the order of the text. */
  byId(id: string): readonly Section[];
}

/** A section while the outline is being built. */
export type MutableSection = { -readonly [Key in keyof Section]: Section[Key] } & {
  children: MutableSection[];
  parent: MutableSection | undefined;
};

/** Headings that are steps, not sections, however well an alias fits: `Step 3: Verify the fix`. */
const TIME_HEADING = /^\W*(?:\d{1,2}[:.h]\d{2}|\d{4}-\d{2}-\d{2})/;

/**
 * Finds the sections of a tree and gives each its canonical id from `catalogue`. Only headings at the top level of the
 * tree count, not those in quotes or lists. Labels count where they begin a paragraph or a list item. `plainStarts` are the
 * places of the headings that are plain lines (see `readPlainHeadings`).
 */
export function readOutline(
  root: Root,
  catalogue: readonly SectionSpec[],
  textEnd: number,
  plainStarts: ReadonlySet<number> = new Set(),
): Outline {
  const identify = createIdentifier(catalogue);
  const sections = readHeadings(root, identify, textEnd);
  for (const section of sections) if (plainStarts.has(section.heading.start)) section.origin = "plain";
  const title = findTitle(sections);
  if (title) title.id = undefined;
  const ids = new Set(sections.map((section) => section.id));
  for (const section of sections) section.id = disambiguate(section, ids);
  sections.push(...readLabels(root, sections, identify));
  sections.sort((a, b) => a.heading.start - b.heading.start);

  const byId = new Map<string, Section[]>();
  for (const section of sections) {
    if (section.id === undefined) continue;
    const same = byId.get(section.id);
    if (same) same.push(section);
    else byId.set(section.id, [section]);
  }
  for (const list of byId.values()) list.sort((a, b) => rank(a) - rank(b));
  return { sections, title, byId: (id) => byId.get(id) ?? [] };
}

/** Headings win over labels, higher headings over lower ones; the sort is stable, so the text's order decides the rest. */
function rank(section: Section): number {
  return section.depth + (section.origin === "label" ? 10 : 0);
}

/** Counts how many different canonical sections the headings of a tree name: for the detection of a document's kind. */
export function countCanonicalHeadings(
  titles: readonly string[],
  catalogue: readonly SectionSpec[],
): { readonly ids: ReadonlySet<string>; readonly foreign: number } {
  const identify = createIdentifier(catalogue);
  const ids = new Set<string>();
  let foreign = 0;
  for (const title of titles) {
    const id = identify(title);
    if (id === undefined) foreign++;
    else ids.add(id);
  }
  return { ids, foreign };
}

function readHeadings(root: Root, identify: (title: string) => string | undefined, textEnd: number): MutableSection[] {
  const sections: MutableSection[] = [];
  const open: { readonly section: MutableSection; readonly index: number; firstSub: number | undefined }[] = [];
  const close = (depth: number, index: number, end: number): void => {
    while ((open.at(-1)?.section.depth ?? 0) >= depth) {
      const last = open.pop();
      if (!last) return;
      last.section.body = { start: last.section.heading.end, end };
      last.section.content = root.children.slice(last.index + 1, index);
      last.section.ownContent = root.children.slice(last.index + 1, last.firstSub ?? index);
    }
  };
  for (const [index, node] of root.children.entries()) {
    if (node.type !== "heading") continue;
    close(node.depth, index, rangeOf(node).start);
    const around = open.at(-1);
    if (around) around.firstSub ??= index;
    const section = headingSection(node, around?.section);
    section.id = TIME_HEADING.test(section.title) ? undefined : identify(section.title);
    around?.section.children.push(section);
    open.push({ section, index, firstSub: undefined });
    sections.push(section);
  }
  close(1, root.children.length, textEnd);
  return sections;
}

function headingSection(node: Heading, parent: MutableSection | undefined): MutableSection {
  return {
    id: undefined,
    title: plainText(node).trim(),
    origin: "heading",
    depth: node.depth,
    heading: rangeOf(node),
    body: rangeOf(node),
    content: [],
    ownContent: [],
    parent,
    children: [],
  };
}

/** Documents that use H1 for every section have no title, unless the first H1 is no section's name. */
function findTitle(sections: readonly MutableSection[]): MutableSection | undefined {
  const first = sections[0];
  if (first?.depth !== 1) return undefined;
  const others = sections.filter((section) => section.depth === 1).length - 1;
  return first.id === undefined || others === 0 ? first : undefined;
}

/** Names whose meaning hangs on the section around them, or on `ids`, those of all headings. */
function disambiguate(section: MutableSection, ids: ReadonlySet<string | undefined>): string | undefined {
  const name = normaliseHeading(section.title);
  if (section.id === "went-wrong" && section.parent?.id !== "lessons" && !ids.has("went-well")) return "root-cause";
  if (section.id === "metadata" && section.parent?.id !== undefined) return undefined;
  // "Impact" below "Root cause", "Mitigation" below "Action items": a grouping of that section, not a section.
  if (section.parent?.id === "actions" && section.id !== undefined) return undefined;
  if (section.parent?.id === "lessons" && section.id === "actions" && /improve/.test(name)) return undefined;
  if (name === "response" && section.parent?.id === "timeline") return undefined;
  return section.id;
}
