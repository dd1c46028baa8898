import { DEFAULT_STRUCTURE, type Structure } from "../schema/structure.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { parse } from "../syntax/parse.ts";
import type { IncidentDocument } from "./document.ts";
import { type DocumentKind, detectKind } from "./document-kind.ts";
import { readLinks } from "./links.ts";
import { readMetadata } from "./metadata.ts";
import { readOutline } from "./outline.ts";
import { readPlainHeadings } from "./plain-headings.ts";
import { readCodeBlocks } from "./read-code-blocks.ts";
import { readPostmortem } from "./read-postmortem.ts";
import { readRunbook } from "./read-runbook.ts";

/** What `readDocument` is given. */
export interface DocumentInput {
  /** The text as it stands in the file or the editor, byte order mark and line breaks included. */
  readonly text: string;
  /** Path below the project's root with the root's own name in front, `/`-separated. */
  readonly path: string;
  /** The kind that the configuration's globs give this path, when they do. */
  readonly configured?: DocumentKind | undefined;
  /** Sections, categories, severities and tickets of the configuration; the shipped ones where it is left out. */
  readonly structure?: Structure | undefined;
}

/** Reads a Markdown file: text → syntax → model. Never throws, whatever the text. */
export function readDocument({
  text,
  path,
  configured,
  structure = DEFAULT_STRUCTURE,
}: DocumentInput): IncidentDocument {
  const parsed = parse(text);
  const frontMatter = readFrontMatter(text, parsed.root);
  const plain = readPlainHeadings(parsed, [structure.postmortemSections, structure.runbookSections]);
  const root = (plain?.syntax ?? parsed).root;
  const detected = detectKind({ path, frontMatter, root, configured, structure });
  const syntax = detected.kind === "other" ? parsed : (plain?.syntax ?? parsed);
  const catalogue = detected.kind === "runbook" ? structure.runbookSections : structure.postmortemSections;
  const outline = readOutline(syntax.root, catalogue, text.length, plain?.starts);
  const base = {
    path,
    structure,
    syntax,
    detected,
    frontMatter,
    outline,
    metadata: readMetadata(syntax, frontMatter, outline, path),
    codeBlocks: readCodeBlocks(syntax),
    links: readLinks(syntax),
  };
  switch (detected.kind) {
    case "postmortem":
      return { ...base, kind: "postmortem", ...readPostmortem(syntax, outline, base.metadata, path, structure) };
    case "runbook":
      return { ...base, kind: "runbook", ...readRunbook(syntax, outline, frontMatter, base.codeBlocks, path) };
    case "other":
      return { ...base, kind: "other" };
  }
}
