import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { IncidentDocument, PostmortemDocument, RunbookDocument } from "../../core/model/document.ts";
import { lineBreakOf } from "../../core/rules/support/line-break.ts";
import { sectionCatalogue } from "../../core/rules/support/missing-sections.ts";
import type { SectionLevel, SectionSpec } from "../../core/schema/section-spec.ts";
import { type CompletionRequest, cursorLine } from "./completion-request.ts";
import { escapeSnippet, type Proposal, toItems } from "./items.ts";

interface SectionNeed {
  readonly spec: SectionSpec;
  readonly level: SectionLevel;
  /** Place in the order of the scaffold. */
  readonly order: number;
}

/** Sections that are parts of "Lessons learned". */
const PARTS_OF_LESSONS = new Set(["went-well", "went-wrong", "got-lucky"]);

/** Front matter says these better. */
const NEVER_PROPOSED = new Set(["metadata"]);

const LEVELS: readonly SectionLevel[] = ["required", "suggested", "optional"];

/**
 * The sections that the document does not have yet, with their skeletons, on an empty line or behind `#`: those that
 * belong between the neighbouring sections first, by how much the structure needs them.
 */
export function sectionCompletions(request: CompletionRequest): CompletionItem[] {
  const { document, text } = request.checked;
  const line = cursorLine(request);
  const typed = /^(#{0,6})[ \t]*(.*)$/.exec(line.before);
  if (document === undefined || document.kind === "other" || typed === null || line.after.trim() !== "") return [];
  const [, hashes = "", words = ""] = typed;
  if (hashes === "" && words !== "") return [];

  const eol = lineBreakOf(text);
  const lead = isBlankOrStart(text, line.range.start) ? "" : eol;
  const trail = text.slice(line.range.end).trim() === "" ? "" : eol;
  const proposals = rank(missing(document), document, request.offset).map(({ spec, level }): Proposal => {
    const heading = `${"#".repeat(depthFor(document, spec))} ${spec.title}`;
    const skeleton = spec.skeleton.replace(/\n$/, "");
    return {
      label: spec.title,
      filter: hashes === "" ? spec.title : `${line.before.slice(0, line.before.length - words.length)}${spec.title}`,
      newText: `${lead}${escapeSnippet(heading)}\n\n${skeleton}`.replaceAll("\n", eol) + trail,
      snippet: true,
      detail: `${level} section`,
      documentation: `${spec.purpose}\n\n${spec.good}`,
      kind: CompletionItemKind.Struct,
    };
  });
  return toItems(request, { start: line.range.start, end: line.range.end }, proposals);
}

function needs(document: PostmortemDocument | RunbookDocument): SectionNeed[] {
  return sectionCatalogue(document).map((spec, order) => ({ spec, level: spec.level, order }));
}

function missing(document: PostmortemDocument | RunbookDocument): SectionNeed[] {
  return needs(document).filter(
    ({ spec }) => !NEVER_PROPOSED.has(spec.id) && document.outline.byId(spec.id).length === 0,
  );
}

function rank(list: SectionNeed[], document: PostmortemDocument | RunbookDocument, offset: number): SectionNeed[] {
  const orders = new Map<string, number>(needs(document).map(({ spec, order }) => [spec.id, order]));
  const known = document.outline.sections.flatMap(({ id, heading }) => {
    const order = id === undefined ? undefined : orders.get(id);
    return order === undefined ? [] : [{ order, start: heading.start }];
  });
  const before = known.findLast(({ start }) => start < offset)?.order ?? -1;
  const after = known.find(({ start }) => start > offset)?.order ?? Number.POSITIVE_INFINITY;
  const fits = ({ order }: SectionNeed): number => (before < order && order < after ? 0 : 1);
  return list.sort(
    (a, b) => fits(a) - fits(b) || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.order - b.order,
  );
}

/** The level at which the document writes its canonical sections; below its title when it has none yet. */
function depthFor(document: IncidentDocument, spec: SectionSpec): number {
  const headings = document.outline.sections.filter(({ origin }) => origin === "heading");
  if (PARTS_OF_LESSONS.has(spec.id)) {
    const lessons = headings.find(({ id }) => id === "lessons");
    if (lessons) return Math.min(6, lessons.depth + 1);
  }
  const depths = headings.filter(({ id }) => id !== undefined && !PARTS_OF_LESSONS.has(id)).map(({ depth }) => depth);
  const counts = new Map<number, number>();
  for (const depth of depths) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 2;
}

function isBlankOrStart(text: string, lineStart: number): boolean {
  const above = text.slice(0, lineStart).replace(/(?:\r\n|\n|\r)$/, "");
  return lineStart <= 1 || /(?:^|[\r\n])[ \t]*$/.test(above);
}
