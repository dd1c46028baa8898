import type { CodeBlock } from "../../model/code-block.ts";
import { blockLines } from "../../model/read-code-blocks.ts";
import { readTranscript, type ScriptText, startsWithPrompt } from "../../model/transcript.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isShell } from "../support/shell-blocks.ts";

/** ST010. */
export const promptInCommand = defineRule({
  docs: {
    what: "Reports a shell block whose commands begin with a `$ ` prompt. Where every line is a command, the fix takes the prompts out; where output stands between them, it calls the block what it is, `console`.",
    why: "Who copies the block copies the prompt, and the shell answers `$: command not found`. It runs all the same: prompts are taken off before.",
    references: ["https://github.com/DavidAnson/markdownlint/blob/main/doc/md014.md"],
    examples: [
      {
        title: "Commands only",
        bad: `# Restart the gateway

\`\`\`sh
$ systemctl restart gateway
$ systemctl status gateway
\`\`\`
`,
        fixed: `# Restart the gateway

\`\`\`sh
systemctl restart gateway
systemctl status gateway
\`\`\`
`,
      },
      {
        title: "A command and its output",
        bad: `# Restart the gateway

\`\`\`sh
$ systemctl is-active gateway
active
\`\`\`
`,
        fixed: `# Restart the gateway

\`\`\`console
$ systemctl is-active gateway
active
\`\`\`
`,
      },
      {
        title: "In a transcript, prompts tell commands from output",
        good: `# Restart the gateway

\`\`\`console
$ systemctl is-active gateway
active
\`\`\`
`,
      },
    ],
  },
  code: "ST010",
  name: "prompt-in-command",
  group: "step",
  kinds: ["runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "hint",
  fix: "safe",
  *check({ document }) {
    for (const block of document.codeBlocks) {
      const lines = blockLines(block.value);
      if (block.form !== "fenced" || !isShell(block.language) || !startsWithPrompt(lines, "sh")) continue;
      const transcript = readTranscript(lines, "sh");
      const prompts = transcript.lines.filter(({ cut }) => cut > 0).length;
      const first = transcript.lines[0];
      const place = block.lineRanges[first?.index ?? 0];
      if (first === undefined || place === undefined) continue;
      const prompt = (lines[first.index] ?? "").slice(0, first.cut).trim();
      const { fix, what } = mend(block, lines, transcript);
      yield {
        range: { start: place.start, end: place.start + Math.max(1, first.cut) },
        message: `${prompts === 1 ? "The command begins" : `${prompts} lines begin`} with a "${prompt}" prompt${what}.`,
        fixes: [fix],
      };
    }
  },
});

function mend(
  block: CodeBlock,
  lines: readonly string[],
  transcript: ScriptText,
): { readonly fix: Fix; readonly what: string } {
  const commands = new Set(transcript.lines.map(({ index }) => index));
  const hasOutput = lines.some((line, index) => !commands.has(index) && line.trim() !== "" && !/^\s*#/.test(line));
  if (!hasOutput) {
    const edits = transcript.lines.flatMap(({ index, cut }) => {
      const start = block.lineRanges[index]?.start;
      return start === undefined || cut === 0 ? [] : [{ range: { start, end: start + cut }, newText: "" }];
    });
    return { fix: { title: "Take the prompts out", safety: "safe", edits }, what: ", which is copied along" };
  }
  const start = block.infoRange.start;
  const edits = [{ range: { start, end: start + (block.language?.length ?? 0) }, newText: "console" }];
  return {
    fix: { title: 'Call the block "console"', safety: "safe", edits },
    what: ` and output stands between: that is a transcript ("console"), not a script ("${block.language}")`,
  };
}
