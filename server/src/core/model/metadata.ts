import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Syntax } from "../syntax/parse.ts";
import type { Outline } from "./outline.ts";
import type { MetadataField } from "./postmortem.ts";

/** Reads the fields of a document. */
export function readMetadata(
  _syntax: Syntax,
  _frontMatter: FrontMatter | undefined,
  _outline: Outline,
): MetadataField[] {
  return [];
}
