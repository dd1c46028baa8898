import type { Category } from "../../schema/taxonomies/category.ts";
import type { Statement } from "./statements.ts";

/** Longer stretches in front of a colon are sentences, not names. */
const LONGEST_NAME = 40;

const ASKS = /^(?:[\w-]+ ){0,2}(?:category|categories|type)$/i;

/**
 * The id of the category that a statement names: by a label, column, outer item or sub-heading, at its start in front of a
 * colon, dash or bracket, or in brackets near its start or end (`14:31 (rollback): …`). Prose is never searched for words.
 */
export function categoryOf(
  { text, labels }: Pick<Statement, "text" | "labels">,
  find: (name: string) => Category | undefined,
): string | undefined {
  for (const name of namesIn(text)) {
    const found = find(name);
    if (found) return found.id;
  }
  // "**Category:** capacity": the label asks, the text answers.
  if (labels[0] !== undefined && ASKS.test(labels[0])) {
    const found = find(text.replace(/^[\w -]{0,30}:\s*/, "")) ?? find(text);
    if (found) return found.id;
  }
  for (const label of labels) {
    const found =
      find(label) ??
      namesIn(label)
        .map(find)
        .find((each) => each !== undefined);
    if (found) return found.id;
  }
  return undefined;
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  const head = text.slice(0, 120);
  const lead = /^[\W\d]*([^:：(（–—]{2,40}?)\s*(?:[:：(（–—]|\s-\s)/u.exec(head)?.[1];
  if (lead !== undefined) names.push(lead);
  const bracketed = [...head.matchAll(/[([（]([^()[\]（）]{2,40})[)\]）]/g)];
  const atEnd = /[([（]([^()[\]（）]{2,40})[)\]）]\s*[.。]?$/u.exec(text.slice(-LONGEST_NAME - 4));
  for (const match of atEnd ? [...bracketed, atEnd] : bracketed) if (match[1] !== undefined) names.push(match[1]);
  return names;
}
