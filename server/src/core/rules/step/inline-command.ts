import type { InlineCode, Nodes, Paragraph } from "mdast";
import { commandName } from "../../checklist/shell/shell-command.ts";
import { shellCommands } from "../../checklist/shell/shell-commands.ts";
import type { RunbookDocument } from "../../model/document.ts";
import { plainText, rangeOf, walk } from "../../syntax/nodes.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isKnownProgram } from "../support/known-program.ts";
import { withLineBreaksOf } from "../support/line-break.ts";
import { shorten } from "../support/shorten.ts";
import { stepList } from "../support/step-list.ts";

/** What stands before a command that is to be run, not one that is spoken of. */
const TO_BE_RUN =
  /(?:\b(?:run|running|execute|executing|use|using|issue|enter|type|invoke|call|with|via|by|do|try)\b[\w\s,'"-]{0,40}|[:：]\s*|^\s*)$/i;

/** ST020. */
export const inlineCommand = defineRule({
  docs: {
    what: 'Reports a step without a block whose text holds the one command to be run, in inline code: "Run \\`systemctl restart gateway\\`". The fix puts the command into a block of its own below the text.',
    why: "Inline code can't be run from the checklist, has no button to copy it, and wraps in the middle of a flag. The step counts as one that is done by hand.",
    examples: [
      {
        title: "A command in a sentence",
        bad: `# Gateway

## Steps

1. Run \`systemctl restart gateway\`.
2. Tell support.
`,
        fixed: `# Gateway

## Steps

1. Run \`systemctl restart gateway\`.

   \`\`\`sh
   systemctl restart gateway
   \`\`\`
2. Tell support.
`,
      },
      {
        title: "A command in a block",
        good: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`

2. Look for \`ready\` in the log.
`,
      },
    ],
  },
  code: "ST020",
  name: "inline-command",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "unsafe",
  *check({ document }) {
    const inline = inlineCommands(document);
    for (const step of stepList(document)) {
      if (step.origin === "heading" || step.commands.length > 0 || step.children.length > 0) continue;
      if (document.codeBlocks.some(({ range }) => step.range.start <= range.start && range.end <= step.range.end))
        continue;
      const own = inline.filter(
        ({ range }) => step.titleRange.start <= range.start && range.end <= step.titleRange.end,
      );
      const [command] = own;
      // Of several, one may be an alternative of the other.
      if (command === undefined || own.length > 1 || !command.isToBeRun) continue;
      yield {
        range: command.range,
        message: `\`${shorten(command.script)}\` stands in the text, so this step can't be run. Put it into a block of its own.`,
        fixes: extract(command.script, step.titleRange, document.syntax.text),
      };
    }
  },
});

interface InlineCommand {
  readonly script: string;
  /** Whether the words around it say that it is to be run, not one of two ways or spoken of. */
  readonly isToBeRun: boolean;
  readonly range: Range;
}

function inlineCommands({ syntax }: RunbookDocument): readonly InlineCommand[] {
  const found: InlineCommand[] = [];
  walk(syntax.root, (node: Nodes) => {
    if (node.type !== "paragraph") return;
    for (const [index, child] of node.children.entries()) {
      if (child.type !== "inlineCode" || !isCommand(child)) continue;
      found.push({ script: child.value.trim(), range: rangeOf(child), isToBeRun: isToBeRun(node, index) });
    }
  });
  return found;
}

function isCommand(node: InlineCode): boolean {
  const script = node.value.trim();
  // A file's name, a flag, a resource: one word is no command that is worth a block.
  if (!/\s/.test(script) || /…|\.\.\./.test(script)) return false;
  const { commands, complete } = shellCommands(script);
  const [first] = commands;
  return complete && first !== undefined && isKnownProgram(commandName(first));
}

function isToBeRun(paragraph: Paragraph, index: number): boolean {
  const before = plainText(paragraph.children.slice(0, index));
  const after = plainText(paragraph.children.slice(index + 1));
  return TO_BE_RUN.test(before) && !/^\s*(?:[/|]|or\b)/.test(after);
}

function extract(script: string, paragraph: Range, text: string): readonly Fix[] {
  const lineStart =
    Math.max(text.lastIndexOf("\n", paragraph.start - 1), text.lastIndexOf("\r", paragraph.start - 1)) + 1;
  const marker = text.slice(lineStart, paragraph.start).replace(/^\uFEFF/, "");
  // The parser takes the box of a task item as part of the marker; the content's column is that of the box.
  const prefix = marker.replace(/\[[ xX]\][ \t]*$/, "").replace(/[^\s>]/g, " ");
  if (/\t/.test(prefix) || !/^[ >]*(?:[-*+]|\d{1,9}[.)]) /.test(marker) || /```/.test(script)) return [];
  const lines = ["", "```sh", ...script.split(/\r\n|\n|\r/), "```"].map((line) => (line === "" ? "" : prefix + line));
  const newText = withLineBreaksOf(text, `\n${lines.join("\n")}`);
  const place = { start: paragraph.end, end: paragraph.end };
  return [{ title: "Put the command into a block", safety: "unsafe", edits: [{ range: place, newText }] }];
}
