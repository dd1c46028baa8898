import { DESTRUCTIVE_COMMANDS, type DestructiveSpec, type DestructiveTier } from "../schema/destructive-commands.ts";
import { isPosixShell } from "../schema/interpreters.ts";
import type { Range } from "../syntax/range.ts";
import { plainCommands } from "./shell/plain-commands.ts";
import { commandName, hasShellFlag, plainArguments, type ShellCommand } from "./shell/shell-command.ts";
import { shellCommands } from "./shell/shell-commands.ts";
import { sqlDangers, sqlOf } from "./sql-commands.ts";

/** A command of a script that destroys something. */
export interface DestructiveCommand {
  /** The kind of command: "rm -r", "DROP TABLE". */
  readonly name: string;
  readonly tier: DestructiveTier;
  /** Place in the script (not in the document; `scriptRange` maps it). */
  readonly range: Range;
}

/**
 * Finds the destructive commands of a script, in the order of the text, at most one for each command: the strongest.
 * POSIX shells are parsed, so text in quotes or comments is no command, while `sudo`, `ssh`, `bash -c`, `kubectl exec`
 * are seen through; PowerShell, cmd and fish are read by simple tokens; `sql` is SQL; other languages give nothing.
 */
export function destructiveCommands(script: string, language: string): DestructiveCommand[] {
  if (language === "sql") {
    const range = { start: 0, end: script.length };
    return sqlDangers(script).map((danger) => ({ ...danger, range }));
  }
  const found: DestructiveCommand[] = [];
  for (const command of commandsOf(script, language)) {
    const danger = commandDanger(command);
    if (danger === undefined) continue;
    const { range } = command;
    // A wrapped command lies inside its wrapper: the same place is said once.
    const same = found.findIndex((other) => other.range.start === range.start && other.range.end === range.end);
    if (same < 0) found.push({ ...danger, range });
    else if (isStronger(danger.tier, found[same]?.tier)) found[same] = { ...danger, range };
  }
  return found;
}

/** The commands of a script in a language with commands; empty for Python and Node. */
function commandsOf(script: string, language: string): readonly ShellCommand[] {
  if (isPosixShell(language)) return shellCommands(script).commands;
  return language === "powershell" || language === "cmd" || language === "fish" ? plainCommands(script) : [];
}

const ORDER: readonly DestructiveTier[] = ["restart", "availability", "data"];

/** Whether tier `a` is stronger than `b`; every tier is stronger than none. */
export function isStronger(a: DestructiveTier, b: DestructiveTier | undefined): boolean {
  return b === undefined || ORDER.indexOf(a) > ORDER.indexOf(b);
}

/** Clients that read commands of their own from standard input: `echo FLUSHALL | redis-cli`. */
const COMMAND_READERS: ReadonlySet<string> = new Set(["redis-cli", "valkey-cli", "etcdctl"]);

function commandDanger(command: ShellCommand): { name: string; tier: DestructiveTier } | undefined {
  const program = commandName(command).toLowerCase();
  const sql = sqlOf(command);
  const inSql = sql === undefined ? undefined : strongest(sqlDangers(sql));
  if (inSql) return inSql;
  if (program === "") return undefined;
  const typed = COMMAND_READERS.has(program) ? command.inputs.flatMap((text) => text.split(/\s+/)) : [];
  const words = [...plainArguments(command), ...typed];
  return DESTRUCTIVE_COMMANDS.find((spec) => matches(spec, program, words, command));
}

function strongest<T extends { readonly tier: DestructiveTier }>(dangers: readonly T[]): T | undefined {
  return dangers.reduce<T | undefined>(
    (best, danger) => (isStronger(danger.tier, best?.tier) ? danger : best),
    undefined,
  );
}

function matches(spec: DestructiveSpec, program: string, words: readonly string[], command: ShellCommand): boolean {
  if (!spec.programs.some((name) => name.toLowerCase() === program)) return false;
  if (spec.unless.some((flag) => hasFlag(command, flag))) return false;
  if (spec.flags.length > 0 && !spec.flags.some((flag) => hasFlag(command, flag))) return false;
  let at = 0;
  for (const alternatives of spec.words) {
    const choices = alternatives.split("|");
    const found = words.findIndex((word, index) => index >= at && choices.some((choice) => wordMatches(word, choice)));
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

function wordMatches(word: string, choice: string): boolean {
  if (choice.endsWith("*")) return word.startsWith(choice.slice(0, -1));
  return word === choice || word.startsWith(`${choice}/`) || word.split(",").includes(choice);
}

/** `-X=DELETE` stands for `-XDELETE`, `-X DELETE` and, for long flags, `--request=DELETE`. */
function hasFlag(command: ShellCommand, flag: string): boolean {
  const [name = "", value] = flag.split("=");
  if (value === undefined) return hasShellFlag(command, flag);
  return command.words.some(
    (word, index) =>
      word.value === flag ||
      word.value === `${name}${value}` ||
      (word.value === name && command.words[index + 1]?.value === value),
  );
}
