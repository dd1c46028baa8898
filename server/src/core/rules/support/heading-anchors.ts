import GithubSlugger from "github-slugger";
import type { Nodes } from "mdast";
import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import { plainText, walk } from "../../syntax/nodes.ts";

const ID_ATTRIBUTE = /\b(?:id|name)\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'>]{1,200}))/gi;
const HEADING_ID = /\{:?\s*#([^\s}]{1,200})/g;
const MYST_LABEL = /^\(([^()\s]{1,200})\)=\s*$/gm;

/**
 * The names that a link `#name` of the document can lead to: GitHub's slugs of its headings, `id` and `name` attributes of
 * its HTML, `{#id}` and `(label)=`. Headings that are plain lines have none.
 */
export function headingAnchors({ syntax }: PostmortemDocument | RunbookDocument): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  walk(syntax.root, (node: Nodes) => {
    if (node.type === "heading") anchors.add(slugger.slug(plainText(node).replace(/\s*\{:?\s*#[^}]*\}\s*$/, "")));
    if (node.type === "html")
      for (const match of node.value.matchAll(ID_ATTRIBUTE)) anchors.add(match[1] ?? match[2] ?? match[3] ?? "");
  });
  for (const match of syntax.text.matchAll(HEADING_ID)) anchors.add(match[1] ?? "");
  for (const match of syntax.text.matchAll(MYST_LABEL)) anchors.add(match[1] ?? "");
  return anchors;
}
