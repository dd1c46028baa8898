import type { Heading, Nodes, Root, RootContent, Strong } from "mdast";
import { normaliseHeading, type SectionSpec } from "../schema/section-spec.ts";
import { plainText, rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";

/** How a section is marked in the text. Half of the sections of real postmortems are labels (`**Impact**: …`). */
export type SectionOrigin = "heading" | "label";

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

type MutableSection = { -readonly [Key in keyof Section]: Section[Key] } & {
  children: MutableSection[];
  parent: MutableSection | undefined;
};

/** Headings that are steps, not sections, however well an alias fits: `Step 3: Verify the fix`. */
const TIME_HEADING = /^\W*(?:\d{1,2}[:.h]\d{2}|\d{4}-\d{2}-\d{2})/;

/**
 * Finds the sections of a tree and gives each its canonical id from `catalogue`. Only headings at the top level of the
 * tree count, not those in quotes or lists. Labels count where they begin a paragraph or a list item.
 */
export function readOutline(root: Root, catalogue: readonly SectionSpec[], textEnd: number): Outline {
  const identify = createIdentifier(catalogue);
  const sections: MutableSection[] = [];
  const open: MutableSection[] = [];

  for (const [index, node] of root.children.entries()) {
    if (node.type !== "heading") continue;
    while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
    const section = headingSection(node, root.children.slice(index + 1), textEnd, open.at(-1));
    section.id = TIME_HEADING.test(section.title) ? undefined : identify(section.title);
    open.at(-1)?.children.push(section);
    open.push(section);
    sections.push(section);
  }

  const title = findTitle(sections);
  if (title) title.id = undefined;
  for (const section of sections) section.id = disambiguate(section, sections);
  addLabels(root, sections, identify);
  sections.sort((a, b) => a.heading.start - b.heading.start);

  const byId = new Map<string, Section[]>();
  for (const section of sections) {
    if (section.id === undefined) continue;
    byId.set(section.id, [...(byId.get(section.id) ?? []), section]);
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

function createIdentifier(catalogue: readonly SectionSpec[]): (title: string) => string | undefined {
  const exact = new Map<string, string>();
  for (const spec of catalogue) exact.set(normaliseHeading(spec.title), spec.id);
  for (const spec of catalogue) {
    for (const alias of spec.aliases) if (!exact.has(alias)) exact.set(alias, spec.id);
  }
  return (title) => {
    const name = normaliseHeading(title);
    if (name === "") return undefined;
    const found = exact.get(name) ?? exact.get(name.replace(/^(?:the|our) /, ""));
    if (found !== undefined) return found;
    // A long heading is a sentence; a pattern would find a word in it, not a section.
    if (name.split(" ").length > 8) return undefined;
    return catalogue.find((spec) => spec.patterns.some((pattern) => pattern.test(name)))?.id;
  };
}

function headingSection(
  node: Heading,
  following: readonly RootContent[],
  textEnd: number,
  parent: MutableSection | undefined,
): MutableSection {
  const heading = rangeOf(node);
  const endIndex = following.findIndex((other) => other.type === "heading" && other.depth <= node.depth);
  const content = endIndex < 0 ? following : following.slice(0, endIndex);
  const next = endIndex < 0 ? undefined : following[endIndex];
  const firstSub = content.findIndex((other) => other.type === "heading");
  return {
    id: undefined,
    title: plainText(node).trim(),
    origin: "heading",
    depth: node.depth,
    heading,
    body: { start: heading.end, end: next ? rangeOf(next).start : textEnd },
    content,
    ownContent: firstSub < 0 ? content : content.slice(0, firstSub),
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

/** Names whose meaning hangs on the section around them or beside them. */
function disambiguate(section: MutableSection, all: readonly MutableSection[]): string | undefined {
  const name = normaliseHeading(section.title);
  const beside = (id: string): boolean => all.some((other) => other !== section && other.id === id);
  if (section.id === "went-wrong" && section.parent?.id !== "lessons" && !beside("went-well")) return "root-cause";
  if (section.id === "metadata" && section.parent?.id !== undefined) return undefined;
  // "Impact" below "Root cause", "Mitigation" below "Action items": a grouping of that section, not a section.
  if (section.parent?.id === "actions" && section.id !== undefined) return undefined;
  if (section.parent?.id === "lessons" && section.id === "actions" && /improve/.test(name)) return undefined;
  if (name === "response" && section.parent?.id === "timeline") return undefined;
  return section.id;
}

/** Adds `**Impact**: …` paragraphs and list items as sections where their name is canonical. */
function addLabels(root: Root, sections: MutableSection[], identify: (title: string) => string | undefined): void {
  const headings = sections.filter((section) => section.origin === "heading");
  const around = (offset: number): MutableSection | undefined =>
    headings.findLast((section) => section.body.start <= offset && offset < section.body.end);

  const add = (strong: Strong, separator: string, block: RootContent, body: Range): void => {
    const title = plainText(strong).trim();
    if (!title.endsWith(":") && !/^\s*[:–—-]/.test(separator)) return;
    const id = identify(title);
    const parent = around(body.start);
    // A label inside a canonical section is one of its fields ("**Impact**: 3 users" in a summary still counts).
    if (id === undefined || id === "metadata" || parent?.id === id) return;
    if (parent?.id !== undefined && parent.id !== "summary" && parent.id !== "metadata") return;
    const heading = rangeOf(strong);
    sections.push({
      id,
      title: title.replace(/:$/, ""),
      origin: "label",
      depth: Math.min(6, (parent?.depth ?? 0) + 1),
      heading,
      body: { start: heading.end, end: body.end },
      content: [block],
      ownContent: [block],
      parent,
      children: [],
    });
  };

  const visit = (node: Nodes, body: Range, block: RootContent): void => {
    if (node.type === "paragraph") {
      const [first, second] = node.children;
      if (first?.type === "strong") add(first, second?.type === "text" ? second.value : "", block, body);
    } else if (node.type === "list") {
      for (const item of node.children) {
        const lead = item.children[0];
        if (lead?.type === "paragraph") visit(lead, rangeOf(item), item);
      }
    }
  };
  for (const node of root.children) visit(node, rangeOf(node), node);
}
