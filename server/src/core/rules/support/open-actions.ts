import type { PostmortemDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import type { ActionItem } from "../../model/postmortem.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import { contains } from "../../syntax/range.ts";

/** Items that tell what was done: they need no owner, ticket or date any more. */
const DONE =
  /^\W*(?:we(?: have|'ve|’ve)? (?:already |also )?\w+ed\b|(?:done|completed?|fixed|resolved|implemented)\b)|\b(?:has|have) (?:already |now )?been \w+(?:ed|en|n)\b|\b(?:done|completed)\)?[.!]?$/i;

/** Sections that advise, where another one lists what is to be done. */
const ADVICE = /\b(?:prevent\w*|recommendations?|best practices|guidelines?)\b/i;
const TO_DO = /\b(?:actions?|follow[- ]?ups?|next steps|to-?dos?|tasks?)\b/i;

/**
 * The actions of each section that are still to be done. A list beside a table of actions explains it, and "Prevention"
 * beside "Action items" advises: both are left out.
 */
export function openActions(
  document: PostmortemDocument,
): readonly { readonly section: Section; readonly open: readonly ActionItem[] }[] {
  const hasList = document.actionSections.some(
    ({ title, body }) => isToDo(title) && document.actions.some(({ range }) => contains(body, range)),
  );
  const sections = document.actionSections.filter(({ title }) => !hasList || isToDo(title) || !ADVICE.test(title));
  return sections.map((section) => {
    const inSection = document.actions.filter(({ range }) => contains(section.body, range));
    const tables = section.content.filter(({ type }) => type === "table").map(rangeOf);
    const inTables = inSection.filter(({ range }) => tables.some((table) => contains(table, range)));
    const items = inTables.length > 0 ? inTables : inSection;
    return { section, open: items.filter(({ done, text }) => !done && !DONE.test(text) && text.trim() !== "") };
  });
}

function isToDo(title: string): boolean {
  return TO_DO.test(title);
}
