import type { RunbookDocument } from "../../model/document.ts";
import type { Fix } from "../rule.ts";
import { insertSections } from "./insert-sections.ts";
import { sectionCatalogue } from "./missing-sections.ts";

/** The fix that inserts a section of runbooks, with the team's title and skeleton; none where its structure lacks it. */
export function insertSectionFix(document: RunbookDocument, id: string): readonly Fix[] {
  const spec = sectionCatalogue(document).find((section) => section.id === id);
  if (spec === undefined) return [];
  return [{ title: `Insert the section "${spec.title}"`, safety: "unsafe", edits: insertSections(document, [spec]) }];
}
