import type { ShellCommand, ShellWord } from "./shell-command.ts";

const TOKEN = /"(?:[^"`]|`.)*"|'(?:[^']|'')*'|[^\s"';|&]+|&&|\|\||[;|&]/g;

/**
 * Splits PowerShell or cmd text into commands by simple tokens: words, quotes, `;`, `|`, `&`, lines. Good enough to find a
 * program's name and its flags; it does not understand blocks, expressions or here-strings.
 */
export function plainCommands(script: string): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: ShellWord[] = [];
  const finish = (): void => {
    const [first, last] = [words[0], words.at(-1)];
    if (first && last) {
      commands.push({
        words,
        inputs: [],
        writesFile: words.some(({ value }) => /^\d?>/.test(value)),
        readsFile: false,
        assigned: [],
        range: { start: first.range.start, end: last.range.end },
      });
    }
    words = [];
  };
  let offset = 0;
  for (const line of script.split("\n")) {
    const comment = /^\s*(?:#|::|rem\b)/i.test(line);
    for (const match of comment ? [] : line.matchAll(TOKEN)) {
      const text = match[0];
      if (/^(?:[;|&]|&&|\|\|)$/.test(text)) {
        finish();
        continue;
      }
      const start = offset + match.index;
      const value = text.replace(/^(["'])([\s\S]*)\1$/, "$2").replace(/^[({]+/, "");
      if (value === "") continue;
      words.push({ value, literal: !value.includes("$"), range: { start, end: start + text.length } });
    }
    // A back quote or caret at the end of a line continues it.
    if (!/[`^]\s*$/.test(line)) finish();
    offset += line.length + 1;
  }
  finish();
  return commands;
}
