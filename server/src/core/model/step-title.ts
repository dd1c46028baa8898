import type { PhrasingContent } from "mdast";
import { parseDuration } from "../schema/step-duration.ts";
import { plainText } from "../syntax/nodes.ts";

/** What a step's first paragraph or heading says. */
export interface StepTitle {
  /** As a reader sees it: markup removed, white space single, without `(~5m)` and `@name`. May be empty. */
  readonly title: string;
  /** `(~5m)`, in milliseconds. */
  readonly expectedMs: number | undefined;
  /** `@name` at the beginning or the end; a name in the middle of a sentence is no owner ("tell @team that …"). */
  readonly owner: string | undefined;
}

const EXPECTED = /\(\s*~\s*([^()]{1,30})\)/;
const OWNER_LAST = /(?:^|\s)@([\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?)[.:]?$/u;
const OWNER_FIRST = /^@([\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?):?\s+(?=\S)/u;

/** Stands for a piece of the title that is no text (code, a link) while the text is searched: never in a document. */
const MASK = "\uE000";

/** Reads a step's title. Durations and owners inside code and links are left alone. */
export function readStepTitle(content: readonly PhrasingContent[]): StepTitle {
  const kept: string[] = [];
  let text = maskOpaque(content, kept).replace(/\s+/g, " ").trim();

  let expectedMs: number | undefined;
  const expected = EXPECTED.exec(text);
  if (expected) {
    expectedMs = parseDuration(expected[1] ?? "");
    if (expectedMs !== undefined) text = cut(text, expected.index, expected[0].length);
  }
  const last = OWNER_LAST.exec(text);
  const first = last ? null : OWNER_FIRST.exec(text);
  const found = last ?? first;
  if (found) text = cut(text, found.index, found[0].length);
  return { title: unmask(text, kept), expectedMs, owner: found?.[1] };
}

function cut(text: string, start: number, length: number): string {
  const rest = `${text.slice(0, start)} ${text.slice(start + length)}`;
  return rest
    .replace(/\s+/g, " ")
    .replace(/\s+([.,:;])/g, "$1")
    .trim();
}

function maskOpaque(content: readonly PhrasingContent[], kept: string[]): string {
  return content
    .map((node) => {
      if (node.type === "text") return node.value.replaceAll(MASK, "");
      if (node.type === "break") return " ";
      if (node.type === "emphasis" || node.type === "strong") return maskOpaque(node.children, kept);
      if (node.type === "delete") return maskOpaque(node.children, kept);
      kept.push(plainText(node).replace(/\s+/g, " "));
      return MASK;
    })
    .join("");
}

function unmask(text: string, kept: readonly string[]): string {
  let index = 0;
  return text
    .replaceAll(MASK, () => kept[index++] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}
