import type { CodeBlock } from "../../model/code-block.ts";
import { blockLines } from "../../model/read-code-blocks.ts";
import { plainScript, readTranscript, startsWithPrompt } from "../../model/transcript.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { isShell, isTranscript } from "../support/shell-blocks.ts";
import { findSmartCharacters, type SmartCharacter } from "../support/smart-characters.ts";

/** ST007. */
export const smartPunctuation = defineRule({
  docs: {
    what: "Reports characters in shell commands that a word processor or a chat put there: typographic quotes, a dash in front of an option, no-break and zero-width spaces. Comments, quoted text, here-documents, the text of `echo` and pasted output are left alone.",
    why: "The command looks right and does not run, or runs on the wrong thing: the shell takes “ for a letter and —e for a file name.",
    examples: [
      {
        title: "A dash from a chat",
        bad: `# Remove the agent

\`\`\`sh
rpm —e cortex-agent
grep “cortex” /var/log/messages
\`\`\`
`,
        fixed: `# Remove the agent

\`\`\`sh
rpm -e cortex-agent
grep "cortex" /var/log/messages
\`\`\`
`,
      },
      {
        title: "Text may be typographic",
        good: `# Remove the agent

\`\`\`sh
# It’s called “cortex-agent” – not “cortex”.
logger "agent removed – it’s gone"
\`\`\`
`,
      },
    ],
  },
  code: "ST007",
  name: "smart-punctuation",
  group: "step",
  kinds: ["runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "error",
  fix: "safe",
  *check({ document }) {
    for (const block of document.codeBlocks) {
      if (block.form !== "fenced" || !(isShell(block.language) || isTranscript(block.language))) continue;
      for (const { line, characters } of byLine(block)) {
        const [first] = characters;
        const last = characters.at(-1);
        if (first === undefined || last === undefined) continue;
        const labels = [...new Set(characters.map(({ character }) => character.label))].join(" and ");
        yield {
          range: { start: first.range.start, end: last.range.end },
          message: `The command "${line}" holds ${labels}, which the shell does not read as ${meant(characters)}.`,
          fixes: [
            {
              title: "Put plain characters in",
              safety: "safe",
              edits: characters.map(({ range, character }) => ({ range, newText: character.plain })),
            },
          ],
        };
      }
    }
  },
});

interface Placed {
  readonly character: SmartCharacter;
  readonly range: Range;
}

function meant(characters: readonly Placed[]): string {
  const plain = new Set(characters.map(({ character }) => character.plain));
  const kinds = [
    plain.has('"') || plain.has("'") ? "quotes" : "",
    plain.has("-") || plain.has("--") ? "an option" : "",
    plain.has(" ") || plain.has("") ? "a space" : "",
  ];
  return kinds.filter((kind) => kind !== "").join(" or ");
}

/** The characters of each line with their places: one finding a line, for they were pasted together. */
function byLine(block: CodeBlock): readonly { readonly line: string; readonly characters: readonly Placed[] }[] {
  const lines = blockLines(block.value);
  const isSession = isTranscript(block.language) || startsWithPrompt(lines, "sh");
  const { script, lines: origins } = isSession ? readTranscript(lines, "sh") : plainScript(lines);
  const found = findSmartCharacters(script);
  if (found.length === 0) return [];
  let offset = 0;
  return script.split("\n").map((line, number) => {
    const start = offset;
    offset += line.length + 1;
    const origin = origins[number];
    const place = origin === undefined ? undefined : block.lineRanges[origin.index];
    if (origin === undefined || place === undefined) return { line, characters: [] };
    const shift = place.start + origin.cut - start;
    const characters = found
      .filter((character) => character.start >= start && character.start < offset)
      .map((character) => ({ character, range: { start: character.start + shift, end: character.end + shift } }));
    return { line: line.trim(), characters };
  });
}
