import type { PostmortemDocument } from "../../model/document.ts";
import { contains } from "../../syntax/range.ts";
import { readProse, readSentences, type Sentence } from "./prose.ts";

/** The sentences of the sections with the given canonical ids, each once, however the sections are nested. */
export function causeSentences(document: PostmortemDocument, ids: readonly string[]): readonly Sentence[] {
  const sections = ids.flatMap((id) => document.outline.byId(id));
  const outermost = sections.filter(
    (section) => !sections.some((other) => other !== section && contains(other.body, section.body)),
  );
  const prose = outermost.flatMap((section) =>
    // A label's block begins with the label and may go on with other text: only what stands behind the label counts.
    readProse(document.syntax, section.content).filter(({ block }) => block !== "heading"),
  );
  return readSentences(prose);
}
