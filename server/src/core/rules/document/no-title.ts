import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import { plainText, rangeOf } from "../../syntax/nodes.ts";
import { defineRule, type Fix } from "../rule.ts";
import { documentStart } from "../support/document-start.ts";
import { withLineBreaksOf } from "../support/line-break.ts";

/** What a site generator or template language takes a title from. */
const TITLE_ELSEWHERE = /<h1\b|<title\b|^\s*(?:export const )?title\s*[:=]|^:{3,}\s*title|\btitle=["']/im;
const NO_NAME = /^(?:index|readme|untitled|document|\d+)$/i;

/** DOC001. */
export const noTitle = defineRule({
  docs: {
    what: "Reports a document without a title: no heading of level 1, no `title` in its front matter, and no other heading in front of all text. The fix writes one from the file's name.",
    why: "The title is what search results, links and the list of incidents show. Without it a document is found by those only who know its file.",
    examples: [
      {
        title: "The first section is all there is",
        path: "postmortems/2025-01-31-messages-delayed.md",
        bad: `The broker ran out of disk, and messages were delayed.

## Impact

3 % of messages came up to 40 minutes late.
`,
        fixed: `# 2025-01-31 Messages delayed

The broker ran out of disk, and messages were delayed.

## Impact

3 % of messages came up to 40 minutes late.
`,
      },
      {
        title: "A title in the front matter",
        good: "---\ntitle: Messages delayed\n---\n\nThe broker ran out of disk.\n",
      },
    ],
  },
  code: "DOC001",
  name: "no-title",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    if (document.syntax.problems.length > 0 || document.syntax.text.trim() === "" || hasTitle(document)) return;
    const fix = writeTitle(document);
    yield {
      range: documentStart(document.syntax.text),
      message:
        "The document has no title. Begin it with a heading of level 1 that says what it is about, or give a `title` in its front matter.",
      fixes: fix === undefined ? [] : [fix],
    };
  },
});

function hasTitle({ outline, frontMatter, syntax }: PostmortemDocument | RunbookDocument): boolean {
  if (outline.title !== undefined || outline.sections.some(({ origin, depth }) => origin !== "label" && depth === 1))
    return true;
  if (Object.keys(frontMatter?.data ?? {}).some((key) => /^(?:.*_)?title$/i.test(key))) return true;
  const visible = syntax.root.children.filter(({ type }) => type !== "yaml" && type !== "thematicBreak");
  const first = visible.find((node) => node.type !== "html" || !/^<!--[\s\S]*-->\s*$/.test(node.value));
  // A heading of a lower level that stands above everything names the document as well.
  const top = outline.sections.find(({ origin }) => origin !== "label");
  if (first?.type === "heading" && namesDocument(plainText(first), top?.id)) return true;
  return TITLE_ELSEWHERE.test(syntax.text.slice(0, 2000));
}

/** "Steps to check" is a section; "About locking and terminating queries" says what the document is about. */
function namesDocument(heading: string, id: string | undefined): boolean {
  return id === undefined ? heading.trim() !== "" : heading.trim().split(/\s+/).length >= 5;
}

function writeTitle({ path, syntax }: PostmortemDocument | RunbookDocument): Fix | undefined {
  const name = (path.split("/").at(-1) ?? "").replace(/(?:\.(?:runbook|post-?mortem))?\.[a-z]+(?:\.erb)?$/i, "");
  if (name === "" || NO_NAME.test(name)) return undefined;
  const [, date = "", rest = ""] = /^(\d{4}-\d{2}-\d{2})?(.*)$/s.exec(name) ?? [];
  const words = rest.replace(/[-_.\s]+/g, " ").trim();
  const title = `${date} ${words.charAt(0).toUpperCase()}${words.slice(1)}`.trim();
  const first = syntax.root.children[0];
  const at = first?.type === "yaml" ? rangeOf(first).end : documentStart(syntax.text).start;
  const newText = first?.type === "yaml" ? `\n\n# ${title}` : `# ${title}\n\n`;
  return {
    title: `Write the title "${title}"`,
    safety: "unsafe",
    edits: [{ range: { start: at, end: at }, newText: withLineBreaksOf(syntax.text, newText) }],
  };
}
