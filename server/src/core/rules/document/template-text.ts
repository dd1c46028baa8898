import type { RootContent } from "mdast";
import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import { contains, type Range } from "../../syntax/range.ts";
import { defineRule, type TextEdit } from "../rule.ts";
import { readProse, readSentences } from "../support/prose.ts";
import { shorten } from "../support/shorten.ts";
import { comparableSentence, TEMPLATE_SENTENCES } from "../support/template-sentences.ts";

/** Ends that a sentence of a template introduces an example with. */
const EXAMPLE = /^for example$/;

/** DOC013. */
export const templateText = defineRule({
  docs: {
    what: "Reports, once a document, paragraphs that are word for word the instructions of a well-known template (Atlassian, Google, PagerDuty, GitLab, mybinder.org, Python Discord, PostHog). The fix deletes them.",
    why: "Instructions that stay behind look like content, and make readers wonder whether the rest was written for this incident.",
    examples: [
      {
        title: "The instruction was left above the answer",
        bad: "# Messages delayed\n\n## Impact\n\n*Describe how internal and external users were impacted during the\nincident*\n\n3 % of messages came late.\n",
        fixed: "# Messages delayed\n\n## Impact\n\n3 % of messages came late.\n",
      },
      {
        title: "The answer alone",
        good: "# Messages delayed\n\n## Impact\n\n3 % of messages came late.\n",
      },
    ],
  },
  code: "DOC013",
  name: "template-text",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "safe",
  *check({ document }) {
    const { root, text } = document.syntax;
    const textOf = ({ start, end }: Range): string => text.slice(start, end).replace(/[*_]+/g, "");
    const found: Range[] = [];
    for (const prose of readProse(document.syntax, root.children)) {
      if (prose.block !== "paragraph") continue;
      const whole = comparableSentence(prose.text);
      const sentences = readSentences([prose]).map(({ text }) => comparableSentence(text));
      const known = sentences.filter((sentence) => TEMPLATE_SENTENCES.has(sentence));
      const isTemplate =
        TEMPLATE_SENTENCES.has(whole) ||
        (known.length > 0 && sentences.every((one) => TEMPLATE_SENTENCES.has(one) || EXAMPLE.test(one)));
      if (!isTemplate) continue;
      found.push({ start: prose.start, end: prose.start + prose.text.trimEnd().length });
    }
    const [first, ...others] = found;
    if (first === undefined) return;
    const edits = found.flatMap((range) => deleteBlock(document, range));
    const more = others.length === 0 ? "" : ` (and ${others.length} more in this document)`;
    yield {
      range: first,
      message: `"${shorten(textOf(first))}" is the instruction of a template${more}. Write what it asks for, and delete it.`,
      related: others.map((range) => ({ range, message: `From a template too: ${shorten(textOf(range))}` })),
      fixes:
        edits.length === 0
          ? []
          : [
              {
                title: edits.length === 1 ? "Delete the instruction" : `Delete ${edits.length} instructions`,
                safety: "safe",
                edits,
              },
            ],
    };
  },
});

/** Deletes a paragraph or quote that stands alone, with the blank line behind it; others are part of something. */
function deleteBlock({ syntax }: PostmortemDocument | RunbookDocument, range: Range): readonly TextEdit[] {
  const block = syntax.root.children.find((node: RootContent) => contains(rangeOf(node), range));
  if (block === undefined) return [];
  const alone = block.type === "blockquote" && block.children.length === 1 && block.children[0]?.type === "paragraph";
  if (block.type !== "paragraph" && !alone) return [];
  const { text } = syntax;
  const { start, end } = rangeOf(block);
  const lineStart = syntax.lines.lineRange(syntax.lines.lineAt(start)).start;
  if (text.slice(lineStart, start).trim() !== "") return [];
  const rest = /^[ \t]*(?:\r\n|\n|\r)?(?:[ \t]*(?:\r\n|\n|\r))?/.exec(text.slice(end))?.[0].length ?? 0;
  return [{ range: { start: lineStart, end: end + rest }, newText: "" }];
}
