import type { Structure } from "../schema/structure.ts";
import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Syntax } from "../syntax/parse.ts";
import type { CodeBlock } from "./code-block.ts";
import type { DetectedKind } from "./document-kind.ts";
import type { LinkReference } from "./links.ts";
import type { Outline } from "./outline.ts";
import type { MetadataField, PostmortemModel } from "./postmortem.ts";
import type { RunbookModel } from "./procedure.ts";

/** What every document has, whatever its kind. */
interface DocumentBase {
  /** Path below the project's root with the root's own name in front, `/`-separated. */
  readonly path: string;
  /** The sections, categories, severities and tickets by which it was read. */
  readonly structure: Structure;
  readonly syntax: Syntax;
  readonly detected: DetectedKind;
  readonly frontMatter: FrontMatter | undefined;
  readonly outline: Outline;
  readonly metadata: readonly MetadataField[];
  readonly codeBlocks: readonly CodeBlock[];
  readonly links: readonly LinkReference[];
}

/** A postmortem, read. */
export interface PostmortemDocument extends DocumentBase, PostmortemModel {
  readonly kind: "postmortem";
}

/** A runbook, read. */
export interface RunbookDocument extends DocumentBase, RunbookModel {
  readonly kind: "runbook";
}

/** Any other Markdown file: it has syntax and outline, and nothing is said about it. */
export interface OtherDocument extends DocumentBase {
  readonly kind: "other";
}

/** A Markdown file, read once per version; everything else works on this. Plain, immutable data. */
export type IncidentDocument = PostmortemDocument | RunbookDocument | OtherDocument;
