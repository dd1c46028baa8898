import type { CodeBlock } from "../../model/code-block.ts";
import { blockLines } from "../../model/read-code-blocks.ts";
import { startsWithPrompt } from "../../model/transcript.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isKnownProgram } from "../support/known-program.ts";

/** Words that begin sentences, tables of figures or output as often as commands. */
const AMBIGUOUS =
  /^(?:type|time|test|date|last|host|file|who|w|id|cat|wait|read|set|local|return|break|continue|exit|make|service|tree|join|cut|fold|more|less|head|tail|command|watch|find|kill|stop|format|split|sort|top|free|column|users?|groups|true|false|git|helm)$/;

/** ST009. */
export const noLanguage = defineRule({
  docs: {
    what: "Reports, once a document, fences without a language that hold shell commands: a known program at the beginning of the first line, or a prompt. Fences of output or other text are left alone.",
    why: "Without a language a block is no command: it has no colours, the checklist does not run it, and none of the checks of commands looks at it.",
    references: ["https://github.com/DavidAnson/markdownlint/blob/main/doc/md040.md"],
    examples: [
      {
        title: "A command that nobody sees as one",
        bad: `# Gateway

## Steps

1. Restart it:

   \`\`\`
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
        title: "Output needs no language",
        good: `# Gateway

## Steps

1. Restart it:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`

   The log says:

   \`\`\`
   gateway: ready after 2.1 s
   \`\`\`
`,
      },
    ],
  },
  code: "ST009",
  name: "no-language",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const found = document.codeBlocks.flatMap((block) => {
      if (block.form !== "fenced" || block.language !== undefined || !block.closed) return [];
      if (block.infoRange.end > block.infoRange.start) return [];
      const language = guess(block);
      return language === undefined ? [] : [{ block, language }];
    });
    const [first, ...others] = found;
    if (first === undefined) return;
    const { lines } = document.syntax;
    const place = (block: CodeBlock) => ({
      start: block.range.start,
      end: lines.lineRange(lines.lineAt(block.range.start)).end,
    });
    const more = others.length > 0 ? ` (and ${others.length} more)` : "";
    const all: Fix = {
      title: others.length > 0 ? `Name the language of all ${found.length} blocks` : `Call it "${first.language}"`,
      safety: "unsafe",
      edits: found.map(({ block, language }) => ({ range: block.infoRange, newText: language })),
    };
    const choices = ["sh", "console", "powershell", "text"].filter(
      (name) => others.length > 0 || name !== first.language,
    );
    yield {
      range: place(first.block),
      message: `This fence${more} holds a command but names no language, so it does not run and is not checked. Write \`${first.language}\` behind the fence.`,
      related: others.map(({ block, language }) => ({
        range: place(block),
        message: `This holds a command too: \`${language}\``,
      })),
      fixes: [
        all,
        ...choices.map(
          (name): Fix => ({
            title: `Call this block "${name}"`,
            safety: "unsafe",
            edits: [{ range: first.block.infoRange, newText: name }],
          }),
        ),
      ],
    };
  },
});

/** `console` for what begins with a prompt, `sh` for what begins with a known program and arguments. */
function guess(block: CodeBlock): string | undefined {
  const lines = blockLines(block.value);
  if (startsWithPrompt(lines, "sh")) return "console";
  const first = lines.find((line) => line.trim() !== "" && !/^\s*#(?!!)/.test(line))?.trim() ?? "";
  if (/^#!.*\b(?:ba|z|k|da)?sh\b/.test(first)) return "sh";
  const words = first.split(/\s+/);
  let at = 0;
  while (/^[A-Za-z_]\w*=\S*$/.test(words[at] ?? "") || words[at] === "sudo") at++;
  const program = words[at] ?? "";
  // Aligned columns are a table's head; `name:` begins a log or a mapping; a sentence ends with a full stop.
  if (/\S {3,}\S/.test(first) || /^[\w-]+:\s/.test(first) || (/[a-z]\.$/.test(first) && words.length > 4))
    return undefined;
  if (AMBIGUOUS.test(program) && !words.slice(at + 1).some((word) => /^-{1,2}[a-z]|[/$|]/i.test(word)))
    return undefined;
  return isKnownProgram(program) && words.length > at + 1 ? "sh" : undefined;
}
