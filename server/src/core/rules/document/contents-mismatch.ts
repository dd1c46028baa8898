import type { List, ListItem, RootContent } from "mdast";
import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import { normaliseHeading } from "../../schema/section-spec.ts";
import { plainText, rangeOf } from "../../syntax/nodes.ts";
import { defineRule, type Fix, type Problem } from "../rule.ts";
import { lineBreakOf } from "../support/line-break.ts";
import { shorten } from "../support/shorten.ts";

const CONTENTS = /^(?:(?:table of )?contents|toc|on this page|目录|目次)$/;
/** A list with fewer entries that are headings is no list of contents. */
const FEWEST = 2;

interface Entry {
  readonly item: ListItem;
  readonly name: string;
  readonly parent: List;
}

/** DOC009. */
export const contentsMismatch = defineRule({
  docs: {
    what: "Reports an entry of a table of contents that names no heading, and a known section that the table leaves out. A table of contents is a list below `Contents`, `Table of contents`, `TOC` or 目录. The fixes remove the entry, or add one.",
    why: "Readers trust the table of contents: what it leaves out is not looked for, and what it promises is looked for in vain.",
    examples: [
      {
        title: "A section was added, another went",
        bad: "# Messages delayed\n\n## Contents\n\n- [Impact](#impact)\n- [Detection](#detection)\n- [Root cause](#root-cause)\n\n## Impact\n\n3 % of messages were late.\n\n## Root cause\n\nThe retention job was off.\n\n## Action items\n\n- Alert on disk (@kim)\n",
        fixed:
          "# Messages delayed\n\n## Contents\n\n- [Impact](#impact)\n- [Root cause](#root-cause)\n- [Action items](#action-items)\n\n## Impact\n\n3 % of messages were late.\n\n## Root cause\n\nThe retention job was off.\n\n## Action items\n\n- Alert on disk (@kim)\n",
      },
      {
        title: "Every entry has its heading",
        good: "# Messages delayed\n\n## Contents\n\n- [Impact](#impact)\n- [Root cause](#root-cause)\n\n## Impact\n\n3 % of messages were late.\n\n## Root cause\n\nThe retention job was off.\n",
      },
    ],
  },
  code: "DOC009",
  name: "contents-mismatch",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "safe",
  *check({ document }) {
    const contents = findContents(document);
    if (contents === undefined) return;
    const { section, list } = contents;
    const entries = entriesOf(list);
    const headings = document.outline.sections.filter(({ origin }) => origin !== "label");
    const names = new Set(headings.map(({ title }) => comparable(title)));
    if (entries.filter(({ name }) => names.has(comparable(name))).length < FEWEST) return;
    for (const entry of entries) {
      if (names.has(comparable(entry.name)) || leadsElsewhere(entry.item)) continue;
      const { start, end } = rangeOf(entry.item.children[0] ?? entry.item);
      yield {
        range: { start, end },
        message: `The contents list "${shorten(entry.name)}", but there is no such heading.`,
        fixes: removeEntry(document, entry),
      };
    }
    yield* leftOut(document, section, list, headings);
  },
});

function findContents(document: PostmortemDocument | RunbookDocument): { section: Section; list: List } | undefined {
  for (const section of document.outline.sections) {
    if (section.origin === "label" || !CONTENTS.test(normaliseHeading(section.title))) continue;
    const list = section.ownContent.find((node: RootContent): node is List => node.type === "list");
    if (list !== undefined) return { section, list };
  }
  return undefined;
}

function entriesOf(list: List): readonly Entry[] {
  return list.children.flatMap((item) => {
    const [first, ...rest] = item.children;
    if (first?.type !== "paragraph") return [];
    const inner = rest.flatMap((node) => (node.type === "list" ? entriesOf(node) : []));
    return [{ item, name: plainText(first).trim(), parent: list }, ...inner];
  });
}

function comparable(name: string): string {
  return normaliseHeading(name).replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A link to another document is no entry of this one. */
function leadsElsewhere(item: ListItem): boolean {
  const [first] = item.children;
  if (first?.type !== "paragraph") return true;
  return first.children.some(
    (node) => node.type === "linkReference" || (node.type === "link" && !node.url.startsWith("#")),
  );
}

function removeEntry({ syntax }: PostmortemDocument | RunbookDocument, { item, parent }: Entry): readonly Fix[] {
  if (item.children.length > 1 || parent.children.length < 2) return [];
  const { text, lines } = syntax;
  const range = rangeOf(item);
  const start = lines.lineRange(lines.lineAt(range.start)).start;
  const last = lines.lineAt(range.end);
  const end = last + 1 < lines.lineCount ? lines.lineRange(last + 1).start : text.length;
  if (text.slice(start, range.start).trim() !== "" || text.slice(range.end, end).trim() !== "") return [];
  return [{ title: "Remove the entry", safety: "safe", edits: [{ range: { start, end }, newText: "" }] }];
}

/** Known sections of the level that the table lists and that it does not name: each its own finding. */
function* leftOut(
  document: PostmortemDocument | RunbookDocument,
  contents: Section,
  list: List,
  headings: readonly Section[],
): Iterable<Problem> {
  const listed = new Set(entriesOf(list).map(({ name }) => comparable(name)));
  const top = new Set(entriesOf(list).flatMap(({ parent, name }) => (parent === list ? [comparable(name)] : [])));
  const known = headings.filter(({ title, depth }) => top.has(comparable(title)) && depth === contents.depth);
  const missing = headings.filter(
    (section) =>
      section !== contents &&
      section.id !== undefined &&
      section.depth === contents.depth &&
      section.parent === contents.parent &&
      !listed.has(comparable(section.title)),
  );
  // A table that lists less than half of the sections lists something else.
  if (known.length < FEWEST || known.length < missing.length) return;
  for (const section of missing) {
    yield {
      range: section.heading,
      message: `The contents leave out "${shorten(section.title)}".`,
      related: [{ range: contents.heading, message: "The contents stand here" }],
      fixes: addEntry(document, section, list, known),
    };
  }
}

/** Adds an entry written as its neighbour is, with a link where that has one; before the first entry of a later section. */
function addEntry(
  { syntax }: PostmortemDocument | RunbookDocument,
  section: Section,
  list: List,
  known: readonly Section[],
): readonly Fix[] {
  const { text } = syntax;
  const [before] = known.filter(({ heading }) => heading.start < section.heading.start).slice(-1);
  const model = before ?? known[0];
  const item = list.children.find(
    ({ children }) => children[0] && comparable(plainText(children[0])) === comparable(model?.title ?? ""),
  );
  const first = item?.children[0];
  if (model === undefined || item === undefined || first?.type !== "paragraph" || list.ordered === true) return [];
  const only = first.children[0];
  const isLink = only?.type === "link" && first.children.length === 1;
  if (!isLink && only?.type !== "text") return [];
  const { start, end } = rangeOf(item);
  const marker = text.slice(start, rangeOf(first).start);
  const name = section.title.replace(/[:：]\s*$/, "");
  // Letters and blanks only: then every dialect makes the same anchor of it.
  if (isLink && !/^[a-z ]+$/i.test(name)) return [];
  const entry = `${marker}${isLink ? `[${name}](#${name.toLowerCase().replaceAll(" ", "-")})` : name}`;
  const indent = text.slice(syntax.lines.lineRange(syntax.lines.lineAt(start)).start, start);
  if (indent.trim() !== "") return [];
  const edit =
    before === undefined
      ? { range: { start, end: start }, newText: `${entry}${lineBreakOf(text)}${indent}` }
      : { range: { start: end, end }, newText: `${lineBreakOf(text)}${indent}${entry}` };
  return [{ title: `Add "${name}" to the contents`, safety: "safe", edits: [edit] }];
}
