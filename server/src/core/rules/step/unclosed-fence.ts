import type { CodeBlock } from "../../model/code-block.ts";
import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule, type Fix } from "../rule.ts";
import { lineBreakOf } from "../support/line-break.ts";
import { linePrefix } from "../support/line-prefix.ts";

const FENCE_LINE = /^\s*(?:```|~~~)/;
/** A fence with a language opens another block. */
const OPENING = /^\s*(?:```+|~~~+)\s*[\w{]/;
/** Only marks, but too few or too many of them: meant to close. */
const ALMOST_CLOSED = /^\s*(?:`{2,}|~{2,})\s*$/;
/** A sentence or a list item: no line of a command. */
const PROSE_LINE = /^\s*(?:[A-Z][a-z']+ [a-z'-]+ [a-z'-]+ .*[.:?!]|[-*] [A-Z]\w+ .*|\d+\. [A-Z].*)$/;
/** Two or more hashes and a space: one hash begins a comment of a shell. */
const HEADING_LINE = /^#{2,6} \S/;

/** ST008. */
export const unclosedFence = defineRule({
  docs: {
    what: "Reports a code fence without its closing line. What follows, up to the end of the document or of the list item, is shown as code. Where the block looks like code only, the fix adds the closing line at its end; where a heading was swallowed, or a line was meant to close the fence, the fix wants a look; where prose or another fence was swallowed there is none. A fence that only the end of the next one closes is reported too.",
    why: "Headings, steps and warnings behind the fence are shown as code and are missing from the outline; and a runner would take prose for commands.",
    references: ["https://spec.commonmark.org/0.31.2/#fenced-code-blocks"],
    examples: [
      {
        title: "The last line is missing",
        bad: `# Restart the gateway

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
`,
        fixed: `# Restart the gateway

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`
`,
      },
      {
        title: "The rest of the document was swallowed",
        bad: `# Restart the gateway

\`\`\`sh
systemctl restart gateway

## Verification

The log says "ready".
`,
        fixed: `# Restart the gateway

\`\`\`sh
systemctl restart gateway
\`\`\`

## Verification

The log says "ready".
`,
      },
      {
        title: "Closed",
        good: `# Restart the gateway

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`
`,
      },
    ],
  },
  code: "ST008",
  name: "unclosed-fence",
  group: "step",
  kinds: ["runbook", "postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "error",
  fix: "safe",
  *check({ document }) {
    for (const block of document.codeBlocks) {
      if (block.form !== "fenced") continue;
      const { text, lines } = document.syntax;
      const next = block.closed ? nextOpening(block, text) : undefined;
      if (next !== undefined) {
        const first = lines.lineRange(lines.lineAt(block.range.start));
        yield {
          range: { start: block.range.start, end: first.end },
          message: `This fence ("${text.slice(block.range.start, first.end).trim()}") is not closed before the next one opens in line ${lines.lineAt(next.start) + 1}: what lies between is shown as code.`,
          related: [{ range: next, message: "The next fence opens here" }],
        };
      }
      if (block.closed) continue;
      const line = lines.lineAt(block.range.start);
      const opening = { start: block.range.start, end: lines.lineRange(line).end };
      const last = lines.lineAt(Math.max(block.range.start, block.range.end - 1));
      const fix = closeFence(block, document);
      yield {
        range: opening,
        message: `This fence ("${text.slice(opening.start, opening.end).trim()}") is never closed: everything down to line ${last + 1} is shown as code.`,
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});

/** A line with a language can't close a fence: where one stands inside, its end closed the block. Not in examples of Markdown. */
function nextOpening(block: CodeBlock, text: string): Range | undefined {
  if (/^(?:md|markdown|mdx|qmd|rmd)$/.test(block.language ?? "")) return undefined;
  const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(block.range.start))?.[0] ?? "";
  return block.lineRanges.find(({ start, end }) => {
    const marks = /^ {0,3}(`{3,}|~{3,})[ \t]*[A-Za-z{]/.exec(text.slice(start, end))?.[1];
    return marks?.startsWith(fence) === true && fence !== "";
  });
}

function closeFence(block: CodeBlock, document: PostmortemDocument | RunbookDocument): Fix | undefined {
  const { text, lines } = document.syntax;
  const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(block.range.start))?.[0];
  const prefix = linePrefix(text, block.range.start);
  if (fence === undefined || prefix === undefined) return undefined;
  const eol = lineBreakOf(text);
  const content = block.lineRanges.map(({ start, end }) => text.slice(start, end));

  const almost = content.findIndex((line) => ALMOST_CLOSED.test(line));
  const almostPlace = block.lineRanges[almost];
  if (almostPlace !== undefined && !content.some((line) => OPENING.test(line))) {
    const start = almostPlace.start + (/^\s*/.exec(content[almost] ?? "")?.[0].length ?? 0);
    const title = `Make "${content[almost]?.trim()}" in line ${lines.lineAt(start) + 1} the closing fence`;
    return { title, safety: "unsafe", edits: [{ range: { start, end: almostPlace.end }, newText: fence }] };
  }
  // Another fence inside: which of the two was meant to close, only the author knows.
  if (content.some((line) => FENCE_LINE.test(line))) return undefined;
  const swallowed = content.findIndex((line) => HEADING_LINE.test(line));
  if (swallowed >= 0) {
    const last = content.findLastIndex((line, index) => index < swallowed && line.trim() !== "");
    const place = block.lineRanges[last];
    if (place === undefined) return undefined;
    const newText = `${eol}${prefix}${fence}${last === swallowed - 1 ? eol : ""}`;
    const title = `Close the fence before "${content[swallowed]}"`;
    return { title, safety: "unsafe", edits: [{ range: { start: place.end, end: place.end }, newText }] };
  }
  if (content.some((line, index) => content[index - 1]?.trim() === "" && PROSE_LINE.test(line))) return undefined;
  const lastCode = content.findLastIndex((line) => line.trim() !== "");
  const after = block.lineRanges[lastCode]?.end ?? lines.lineRange(lines.lineAt(block.range.start)).end;
  const newText = `${eol}${prefix}${fence}`;
  return { title: "Close the fence", safety: "safe", edits: [{ range: { start: after, end: after }, newText }] };
}
