import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import type { TextEdit } from "../rule.ts";
import { documentStart } from "./document-start.ts";
import { withLineBreaksOf } from "./line-break.ts";

/** A field to be inserted: its label in prose, its key in front matter, and the value in both. */
export interface NewField {
  readonly label: string;
  readonly key: string;
  readonly value: string;
}

/**
 * The edit that gives a document more fields: lines of its front matter, where it has one; else lines `**Label**: value`,
 * behind the lines of this form that stand below the title, else in a paragraph of their own there.
 */
export function insertFields(
  { syntax, frontMatter, outline }: PostmortemDocument | RunbookDocument,
  fields: readonly NewField[],
): readonly TextEdit[] {
  const { text } = syntax;
  const at = (offset: number, newText: string): readonly TextEdit[] => [
    { range: { start: offset, end: offset }, newText: withLineBreaksOf(text, newText) },
  ];
  if (frontMatter !== undefined && frontMatter.problems.length === 0) {
    const lines = fields.map(({ key, value }) => `${key}: ${/[:#]/.test(value) ? JSON.stringify(value) : value}\n`);
    return at(frontMatter.contentStart, lines.join(""));
  }
  const lines = fields.map(({ label, value }) => `**${label}**: ${value}`);
  const title = outline.title?.heading;
  if (title === undefined) return at(documentStart(text).start, `${lines.join("\n")}\n\n`);
  const below = syntax.root.children.find((node) => rangeOf(node).start >= title.end);
  if (below?.type === "paragraph") {
    const { start, end } = rangeOf(below);
    const present = text.slice(start, end).split(/\r\n|\n|\r/);
    if (present.every((line) => /^\*\*[^*]{2,40}(?:\*\*:|:\*\*)/.test(line))) {
      // What keeps the lines apart when they are shown: two spaces or a backslash, where the document uses them.
      const apart = /(?: {2}|\\)$/.exec(present[0] ?? "")?.[0] ?? "";
      return at(end, lines.map((line) => `${apart}\n${line}`).join(""));
    }
  }
  return at(title.end, `\n\n${lines.join("\n")}`);
}
