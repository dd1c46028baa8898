import type { ShellWord } from "./shell/shell-command.ts";

/** Flags that a program may be given. */
export interface KnownFlags {
  readonly flags: ReadonlySet<string>;
  readonly valueFlags: ReadonlySet<string>;
}

/**
 * The words behind a program's name that are no flags and no flags' values; undefined when there is a flag that is not
 * known. Knows `-abc`, `-n5`, `--tail=5`, `-5`; a `--` ends the flags.
 */
export function readingArguments(words: readonly ShellWord[], known: KnownFlags): readonly ShellWord[] | undefined {
  const operands: ShellWord[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (word.value === "--") return [...operands, ...words.slice(index + 1)];
    if (!/^[-+]./.test(word.value) || /^\+%?/.test(word.value)) {
      operands.push(word);
      continue;
    }
    const takes = takenBy(word.value, known);
    if (takes === "unknown") return undefined;
    if (takes === "next") index++;
  }
  return operands;
}

/** Whether a flag is known, and whether the next word is its value. */
function takenBy(flag: string, { flags, valueFlags }: KnownFlags): "unknown" | "none" | "next" {
  if (flags.has(flag) || /^-\d+$/.test(flag)) return "none";
  if (valueFlags.has(flag)) return "next";
  const long = /^(-[^=]+)=/.exec(flag)?.[1];
  if (long !== undefined && (valueFlags.has(long) || flags.has(long))) return "none";
  if (flag.startsWith("--")) return "unknown";
  for (let at = 1; at < flag.length; at++) {
    const short = `-${flag[at]}`;
    if (flags.has(short)) continue;
    // The first letter with a value takes what is left of the word.
    if (valueFlags.has(short)) return at === flag.length - 1 ? "next" : "none";
    return "unknown";
  }
  return "none";
}
