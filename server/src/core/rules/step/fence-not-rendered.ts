import type { Nodes } from "mdast";
import type { CodeBlock } from "../../model/code-block.ts";
import { rangeOf, walk } from "../../syntax/nodes.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule, type Fix, type TextEdit } from "../rule.ts";

/** A line that opens or closes a fence. */
const FENCE = /^[ \t]*(`{3,}|~{3,})[^`]*$/;

/** ST012. */
export const fenceNotRendered = defineRule({
  docs: {
    what: "Reports a fence that is indented so far that Markdown does not see it: four or more blanks deeper than the text around it. The reader sees the backticks, as part of an indented block or of the sentence before. The fix takes the surplus away.",
    why: "What looks like a command in the source is plain text on the page: it has no button to copy it, does not run, and no check of commands looks at it.",
    references: ["https://spec.commonmark.org/0.31.2/#example-134"],
    examples: [
      {
        title: "Too deep",
        bad: `# Gateway

## Steps

1. Restart it:

       \`\`\`sh
       systemctl restart gateway
       \`\`\`
`,
        fixed: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`
`,
      },
      {
        title: "As deep as the step's text",
        good: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`
`,
      },
    ],
  },
  code: "ST012",
  name: "fence-not-rendered",
  group: "step",
  kinds: ["runbook", "postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "safe",
  *check({ document }) {
    for (const block of document.codeBlocks) {
      if (block.form !== "indented") continue;
      const at = block.lineRanges.findIndex(({ start, end }) => FENCE.test(document.syntax.text.slice(start, end)));
      const line = block.lineRanges[at];
      if (line === undefined) continue;
      const fix = outdent(block, document.syntax.text);
      yield problem(line, document.syntax.text, fix);
    }
    for (const range of swallowedFences(document.syntax.root, document.syntax.text)) {
      yield problem(range, document.syntax.text, undefined);
    }
  },
});

function problem(line: Range, text: string, fix: Fix | undefined) {
  const start = line.start + (/^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
  return {
    range: { start, end: line.end },
    message: `This fence ("${text.slice(start, line.end).trim()}") is indented too far: it is shown with its backticks, and is no command. Indent it like the text that it belongs to.`,
    fixes: fix === undefined ? [] : [fix],
  };
}

/** Takes from each line what makes the block an indented one; only where the whole block is one fence. */
function outdent(block: CodeBlock, text: string): Fix | undefined {
  const lines = block.lineRanges.map((range) => ({ range, source: text.slice(range.start, range.end) }));
  const fences = lines.filter(({ source }) => FENCE.test(source));
  const [first, last] = [lines[0], lines.at(-1)];
  if (fences.length !== 2 || first === undefined || last === undefined) return undefined;
  if (fences[0] !== first || fences[1] !== last) return undefined;
  const surplus = /^[ \t]*/.exec(first.source)?.[0].length ?? 0;
  const edits: TextEdit[] = [];
  for (const { range, source } of lines) {
    const lineStart = Math.max(text.lastIndexOf("\n", range.start - 1), text.lastIndexOf("\r", range.start - 1)) + 1;
    const before = text.slice(lineStart, range.start);
    if (source.trim() === "") continue;
    // The parser took four columns before the line's own text; a tab there can't be cut.
    if (!/ {4}$/.test(before) || source.slice(0, surplus).trim() !== "") return undefined;
    edits.push({ range: { start: range.start - 4, end: range.start + surplus }, newText: "" });
  }
  return { title: "Take the surplus indentation away", safety: "safe", edits };
}

/** Fences in the middle of a paragraph, where the parser sees inline code over several lines. */
function swallowedFences(root: Nodes, text: string): readonly Range[] {
  const found: Range[] = [];
  walk(root, (node) => {
    if (node.type !== "inlineCode") return;
    const range = rangeOf(node);
    const lineStart = Math.max(text.lastIndexOf("\n", range.start - 1), text.lastIndexOf("\r", range.start - 1)) + 1;
    const lineEnd = /\r|\n/.exec(text.slice(range.start))?.index ?? text.length - range.start;
    const line = { start: lineStart, end: range.start + lineEnd };
    if (range.end <= line.end || !/^[\s>]*$/.test(text.slice(lineStart, range.start))) return;
    if (FENCE.test(text.slice(range.start, line.end))) found.push({ start: range.start, end: line.end });
  });
  return found;
}
