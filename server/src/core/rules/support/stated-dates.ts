import { findDates, type WrittenDate } from "../../model/dates.ts";
import type { IncidentDocument } from "../../model/document.ts";
import { readProse } from "./prose.ts";

/**
 * The dates that a person wrote into a document: those of its front matter and its prose, with their places in the whole
 * text, in its order. Code, link targets and HTML are not looked at.
 */
export function statedDates({ syntax, frontMatter }: IncidentDocument): readonly WrittenDate[] {
  const fields = (frontMatter?.entries ?? []).map(({ valueRange: { start, end } }) => ({
    text: syntax.text.slice(start, end),
    start,
  }));
  return [...fields, ...readProse(syntax, syntax.root.children)].flatMap(({ text, start }) =>
    findDates(text).map((date) => ({ ...date, start: date.start + start, end: date.end + start })),
  );
}
