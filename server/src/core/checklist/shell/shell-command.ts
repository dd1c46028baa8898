import type { Range } from "../../syntax/range.ts";

/** A word of a command as the shell would pass it on; expansions stay as written (`$POD`). */
export interface ShellWord {
  readonly value: string;
  /** False when an expansion makes (a part of) it: its value is then not known. */
  readonly literal: boolean;
  /** Whether an expansion outside quotes may make several words of it. */
  readonly splits?: boolean;
  readonly range: Range;
}

/** A simple command: name and arguments, its redirections, what it is given to read. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** Texts on its standard input: here-documents, here-strings, what `echo` pipes into it. */
  readonly inputs: readonly string[];
  /** Whether it writes a file by redirection; `/dev/null` and other descriptors don't count. */
  readonly writesFile: boolean;
  /** Whether a file is its standard input; `/dev/null` doesn't count. */
  readonly readsFile: boolean;
  /** The variables set for it alone, or for the shell when it has no words: `PAGER` in `PAGER=cat git log`. */
  readonly assigned: readonly string[];
  /** Place in the script; for a command inside a string (`bash -c "…"`), the string's. */
  readonly range: Range;
}

/** The program's name without its folder, `.exe` and case; empty for a command that is only assignments. */
export function commandName({ words }: ShellCommand): string {
  const first = words[0];
  if (first === undefined) return "";
  return (first.value.split(/[\\/]/).at(-1) ?? "").replace(/\.(?:exe|cmd)$/i, "");
}

/** The arguments that are no flags; what stands behind `--` counts, and so do values of flags, which can't be told apart. */
export function plainArguments({ words }: ShellCommand): string[] {
  return words.slice(1).flatMap(({ value }) => (value.startsWith("-") ? [] : [value]));
}

/**
 * Whether a command has a flag: `-r` is found in `-rf` too, `--force` in `--force=true`. One-dash words of several
 * letters (`-destroy`) are taken as a whole.
 */
export function hasShellFlag({ words }: ShellCommand, flag: string): boolean {
  return words.slice(1).some(({ value }) => {
    if (value === flag || value.startsWith(`${flag}=`)) return true;
    return /^-[A-Za-z]$/.test(flag) && /^-[A-Za-z0-9]+$/.test(value) && value.includes(flag.charAt(1));
  });
}
