import type { Effect } from "../model/procedure.ts";
import { isPosixShell } from "../schema/interpreters.ts";
import { findReadOnlySpec } from "../schema/read-only-commands.ts";
import { type DestructiveCommand, destructiveCommands, isStronger } from "./destructive-commands.ts";
import { commandName, hasShellFlag, type ShellCommand } from "./shell/shell-command.ts";
import { shellCommands } from "./shell/shell-commands.ts";
import { unwrapCommand } from "./shell/unwrap-command.ts";
import { isReadOnlySql, sqlOf } from "./sql-commands.ts";

/** What a script does to the world, as far as its text tells. */
export interface ScriptEffect {
  readonly effect: Effect;
  /** The strongest destructive command; undefined when none is known. A restart is no destruction: its effect is `write`. */
  readonly danger: DestructiveCommand | undefined;
}

/**
 * Judges a script: `destroy` when it loses data or takes service down by the list of destructive commands, `read` when
 * every command is surely read-only, else `write`. What can't be read (other languages, parse errors) is `write`.
 */
export function scriptEffect(script: string, language: string): ScriptEffect {
  const danger = destructiveCommands(script, language).reduce<DestructiveCommand | undefined>(
    (best, next) => (isStronger(next.tier, best?.tier) ? next : best),
    undefined,
  );
  if (danger && danger.tier !== "restart") return { effect: "destroy", danger };
  if (danger || !isPosixShell(language)) return { effect: "write", danger };
  const { commands, complete } = shellCommands(script);
  const reads = complete && commands.length > 0 && commands.every(isReadOnly);
  return { effect: reads ? "read" : "write", danger: undefined };
}

/** Wrappers that add nothing of their own: what they wrap is judged by itself. */
const TRANSPARENT =
  /^(?:sudo|doas|env|nohup|command|builtin|exec|time|setsid|nice|ionice|stdbuf|timeout|chroot|watch|xargs|eval|ssh|su|runuser|nsenter|(?:ba|z|da|k|a)?sh)$/;

function isReadOnly(command: ShellCommand): boolean {
  if (command.writesFile) return false;
  const name = commandName(command);
  // Only assignments: `POD=$(kubectl get …)`; the substitution is a command of its own.
  if (name === "" || /^[A-Za-z_]\w*\+?=/.test(command.words[0]?.value ?? "")) return true;
  if (TRANSPARENT.test(name))
    return unwrapCommand(command) !== undefined || (name === "env" && command.words.length === 1);
  if (name === "curl") return isReadingCurl(command);
  const sql = sqlOf(command);
  if (sql !== undefined) return isReadOnlySql(sql);
  const spec = findReadOnlySpec(name);
  if (spec === undefined || spec.writingFlags.some((flag) => hasShellFlag(command, flag))) return false;
  if (name === "find" || name === "docker" || name === "podman" || name === "kubectl" || name === "oc") {
    // `exec` reads as far as what it runs reads; an `exec` whose command can't be told apart doesn't.
    const runs = command.words.some(({ value }) => /^(?:exec|rsh|-exec|-execdir|-ok|-okdir)$/.test(value));
    if (runs && unwrapCommand(command) === undefined) return false;
  }
  if (name === "sed") return command.words.slice(1).every(({ value }) => value.startsWith("-") || !writesInSed(value));
  if (name === "awk" || name === "gawk")
    return !command.words.some(({ value }) => /system\s*\(|[>|]\s*"|-i\b|\|&/.test(value));
  if (name === "hostname") return command.words.slice(1).every(({ value }) => value.startsWith("-"));
  if (name === "uniq") return command.words.slice(1).filter(({ value }) => !value.startsWith("-")).length < 2;
  return spec.verbs === undefined || isReadingVerb(command, spec.verbs, spec.valueFlags);
}

/** sed's `w` and `e` commands and flags: `s/a/b/w file`, `1e rm x`. */
function writesInSed(text: string): boolean {
  return /(?:^|[;{}\d$/])\s*[we](?:\s|$)|\/[gpiIm\d]*[we][gpiIm\d]*(?:\s|;|$)/.test(text);
}

function isReadingVerb(command: ShellCommand, verbs: readonly string[], valueFlags: readonly string[]): boolean {
  const words = command.words.slice(1).map(({ value }) => value);
  let at = 0;
  while (at < words.length && (words[at] ?? "").startsWith("-")) {
    const flag = words[at] ?? "";
    if (verbs.includes(flag)) return true;
    // A flag that may or may not have a value makes it uncertain which word is the verb.
    if (!flag.includes("=") && !valueFlags.includes(flag)) return false;
    at += flag.includes("=") ? 1 : 2;
  }
  const rest = words.slice(at).filter((word) => !word.startsWith("-"));
  return verbs.some((verb) => {
    const parts = verb.split(" ").filter((part) => !part.startsWith("-"));
    return parts.length > 0 && parts.every((part, index) => partMatches(rest[index], part));
  });
}

function partMatches(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}

const CURL_WRITES =
  /^(?:-d|--data.*|-F|--form.*|-T|--upload-file|-o|--output|-O|--remote-name.*|-K|--config|--json|-c|--cookie-jar|-Q|--quote|-D|--dump-header)$/;

function isReadingCurl({ words }: ShellCommand): boolean {
  return words.slice(1).every(({ value }, index) => {
    const next = words[index + 2]?.value ?? "";
    if ((value === "-o" || value === "--output" || value === "-D") && /^(?:\/dev\/null|-)$/.test(next)) return true;
    if (value === "-X" || value === "--request") return /^(?:GET|HEAD|OPTIONS)$/.test(next);
    if (/^-X./.test(value)) return /^-X(?:GET|HEAD|OPTIONS)$/.test(value);
    const cluster = /^-[A-Za-z]{2,}$/.test(value);
    if (cluster && /[dFTOKcQ]/.test(value)) return false;
    if (cluster && /o/.test(value)) return /o$/.test(value) && next === "/dev/null";
    return !CURL_WRITES.test(value) && !/^--(?:data|form|json|output)[\w-]*=/.test(value);
  });
}
