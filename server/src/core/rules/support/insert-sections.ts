import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import type { SectionSpec } from "../../schema/section-spec.ts";
import type { TextEdit } from "../rule.ts";
import { withLineBreaksOf } from "./line-break.ts";
import { sectionCatalogue } from "./missing-sections.ts";
import { sectionSkeleton } from "./skeleton.ts";

/**
 * The edits that insert sections, each before the first section that the scaffold has after it, else at the end. Headings
 * get the level that the document's canonical sections have. Sections for one place share one edit, in scaffold order.
 */
export function insertSections(
  document: PostmortemDocument | RunbookDocument,
  specs: readonly SectionSpec[],
): readonly TextEdit[] {
  const text = document.syntax.text;
  const order = sectionCatalogue(document).map(({ id }) => id);
  const level = sectionLevel(document);
  const anchors = document.outline.sections.filter(
    (section) => section.origin === "heading" && section.id !== undefined && section.depth === level,
  );

  const byPlace = new Map<number, string>();
  for (const spec of specs) {
    const place = placeFor(spec, order, anchors) ?? text.length;
    const markdown = `${"#".repeat(level)} ${spec.title}\n\n${sectionSkeleton(spec)}`;
    const sofar = byPlace.get(place);
    byPlace.set(place, sofar === undefined ? markdown : `${sofar}\n${markdown}`);
  }
  return [...byPlace].map(([place, markdown]) => ({
    range: { start: place, end: place },
    newText: withLineBreaksOf(text, place === text.length ? gapAtEnd(text) + markdown : `${markdown}\n`),
  }));
}

function sectionLevel(document: PostmortemDocument | RunbookDocument): number {
  const depths = document.outline.sections
    .filter((section) => section.origin === "heading" && section.id !== undefined)
    .map((section) => section.depth);
  return depths.length > 0 ? Math.min(...depths) : 2;
}

function placeFor(spec: SectionSpec, order: readonly string[], anchors: readonly Section[]): number | undefined {
  const rank = order.indexOf(spec.id);
  // Behind everything that belongs before it: a document in another order keeps its own.
  const lastBefore = anchors.findLast((section) => order.indexOf(section.id ?? "") < rank);
  const after = anchors.find(
    (section) =>
      order.indexOf(section.id ?? "") > rank &&
      (lastBefore === undefined || section.heading.start > lastBefore.heading.start),
  );
  if (after !== undefined) return after.heading.start;
  return lastBefore === undefined ? anchors[0]?.heading.start : undefined;
}

function gapAtEnd(text: string): string {
  if (text.replace("\uFEFF", "") === "" || /\n[ \t]*\r?\n$/.test(text)) return "";
  return text.endsWith("\n") ? "\n" : "\n\n";
}
