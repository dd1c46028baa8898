import type { Effect } from "../model/procedure.ts";
import { isPosixShell } from "../schema/interpreters.ts";
import { findReadOnlySpec, isReader, type ReadOnlySpec } from "../schema/read-only-commands.ts";
import { type DestructiveCommand, destructiveCommands, isStronger } from "./destructive-commands.ts";
import { type KnownFlags, readingArguments } from "./reading-arguments.ts";
import { isReadingClient, isReadingCurl } from "./reading-clients.ts";
import { isReadingAwk, isReadingFind, isReadingSed } from "./reading-text-tools.ts";
import { commandName, type ShellCommand, type ShellWord } from "./shell/shell-command.ts";
import { shellCommands } from "./shell/shell-commands.ts";
import { unwrapCommand } from "./shell/unwrap-command.ts";
import { sqlOf } from "./sql-commands.ts";

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
  if (HIDDEN_WORK.test(script)) return { effect: "write", danger };
  for (const [, name = ""] of script.matchAll(/\b(?:for|select)\s+(\w+)/g))
    if (GUIDING.test(name)) return { effect: "write", danger };
  const { commands, complete } = shellCommands(script);
  const reads = complete && commands.length > 0 && commands.every(isReadOnly);
  return { effect: reads ? "read" : "write", danger: undefined };
}

/** Connections that the shell itself opens, and subscripts, which it evaluates even where they stand in quotes. */
const HIDDEN_WORK = /\/dev\/(?:tcp|udp)\/|\w\[[^\]\n]*(?:\$\(|`)/;

/** Wrappers that add nothing of their own, with the flags that keep it so: what they wrap is judged by itself. */
const WRAPPERS: ReadonlyMap<string, KnownFlags> = new Map(
  [
    ["sudo", "-n -H -E", "-u -g"],
    ["doas", "-n", "-u"],
    ["env", "", ""],
    ["nohup", "", ""],
    ["command", "", ""],
    ["builtin", "", ""],
    ["exec", "", ""],
    ["time", "-p", ""],
    ["setsid", "-w", ""],
    ["nice", "", "-n"],
    ["ionice", "-t", "-c -n"],
    ["stdbuf", "", "-i -o -e"],
    ["timeout", "--preserve-status", "-s -k --signal --kill-after"],
    ["watch", "-d -t", "-n --interval"],
    ["xargs", "-r -0 -t", "-n -P -I -L -d"],
    ["ssh", "-t -tt -q -n -T -4 -6 -C", "-p -l -i"],
    ["bash", "-c", ""],
    ["sh", "-c", ""],
    ["zsh", "-c", ""],
    ["eval", "", ""],
    ["su", "- -l", "-c"],
    ["runuser", "- -l", "-c -u"],
  ].map(([name = "", flags = "", valueFlags = ""]) => [
    name,
    { flags: new Set(flags.split(" ")), valueFlags: new Set(valueFlags.split(" ")) },
  ]),
);

/** Programs whose operands may be computed: none of their flags writes a file or starts a program here. */
const MAY_BE_COMPUTED = /^(?:kubectl|k|oc|docker|podman|crictl|helm|systemctl|journalctl)$/;

/** Variables that change what programs do, or which ones run. */
const GUIDING =
  /PATH|PAGER|EDITOR|VISUAL|BROWSER|CONFIG|OPT|HOME|SHELL|ENV|LESS|^LD_|^DYLD|^GIT|^SSH|^BASH|^IFS$|^PYTHON|^PERL|^NODE|^RUBY|COMMAND|PROXY|HOST$|^PS\d/i;
const HARMLESS_PREFIX = /^(?:LANG|LANGUAGE|LC_[A-Z]+|TZ|COLUMNS)$/;

function isReadOnly(command: ShellCommand): boolean {
  if (command.writesFile || command.assigned.some((name) => GUIDING.test(name))) return false;
  const name = commandName(command);
  // Only assignments: `POD=$(kubectl get …)`; the substitution is a command of its own.
  if (name === "") return true;
  // What is set for one command is set to change what it does.
  if (command.assigned.some((variable) => !HARMLESS_PREFIX.test(variable))) return false;
  // `./ls` is no `ls`; the folders of the system hold the known ones.
  if (!/^(?:\/(?:usr\/)?(?:local\/)?s?bin\/)?[^/\\]+$/.test(command.words[0]?.value ?? "")) return false;
  if (isReader(name)) return !declaresGuiding(command);
  if (command.readsFile && !FILTERS.test(name)) return false;
  const wrapper = WRAPPERS.get(name);
  if (wrapper && command.words.length > 1) return isTransparent(name, wrapper, command);
  if (name === "curl") return isReadingCurl(command);
  if (name === "sed") return isReadingSed(command);
  if (name === "awk" || name === "gawk") return isReadingAwk(command);
  if (name === "find") return isReadingFind(command);
  if (sqlOf(command) !== undefined) return isReadingClient(name, command);
  const spec = findReadOnlySpec(name);
  return spec !== undefined && followsSpec(name, spec, command);
}

/** Programs that read the text on their standard input as text. */
const FILTERS = /^(?:sed|awk|gawk|sort|uniq|rg|xxd|yq)$/;

/** `export PATH=…` stands among the readers, but what follows it may be anything. */
function declaresGuiding({ words }: ShellCommand): boolean {
  const name = words[0]?.value ?? "";
  if (!/^(?:export|declare|local|readonly|typeset|read|printf|unset)$/.test(name)) return false;
  return words.slice(1).some(({ value, splits }) => splits === true || GUIDING.test(value.split("=")[0] ?? ""));
}

/** Whether a wrapper hands on just what its words say: known flags, no variables, no text that is computed. */
function isTransparent(name: string, known: KnownFlags, command: ShellCommand): boolean {
  const inner = unwrapCommand(command);
  if (inner === undefined) return false;
  const { words } = command;
  if (inner.script !== undefined) {
    if (words.some(({ literal }) => !literal) || command.inputs.length > 0) return false;
    const own =
      name === "ssh" || name === "eval" ? words.filter(({ range }) => range.start < inner.range.start) : words;
    return readingArguments(own, known) !== undefined;
  }
  const own = words.slice(0, words.length - inner.words.length);
  if (readingArguments(own, known) === undefined) return false;
  if (own.slice(1).some(({ value, splits }) => splits === true || /^[A-Za-z_]\w*=/.test(value))) return false;
  const first = inner.words[0]?.value ?? "";
  // What xargs adds may look like flags, so only a program that none of them makes write will do.
  if (name === "xargs") return isReader(first);
  return name !== "watch" || inner.words.every(({ value, literal }) => literal && /^[\w@%+=:,./-]+$/.test(value));
}

function followsSpec(name: string, spec: ReadOnlySpec, command: ShellCommand): boolean {
  let { words } = command;
  const runs = /^(?:docker|podman|kubectl|k|oc)$/.test(name) && words.some(({ value }) => value === "exec");
  if (runs) {
    // `exec` reads as far as what it runs reads, and that must be told apart.
    const inner = unwrapCommand(command);
    if (inner?.words === undefined) return false;
    words = words.slice(0, words.length - inner.words.length);
  }
  const computed = MAY_BE_COMPUTED.test(name);
  if (!computed && words.some(({ value, literal, splits }) => !literal && (splits === true || /^[$`]/.test(value))))
    return false;
  const operands = readingArguments(words, spec);
  if (operands === undefined) return false;
  return spec.phrases === undefined || spec.phrases.some((phrase) => beginsWith(operands, phrase.split(" ")));
}

function beginsWith(operands: readonly ShellWord[], phrase: readonly string[]): boolean {
  return phrase.every((part, index) => {
    const word = operands[index];
    if (part === ".") return word === undefined;
    if (word === undefined) return false;
    if (part === "?") return true;
    const [before = "", after] = part.split("*");
    return after === undefined ? word.value === part : word.value.startsWith(before) && !word.value.includes("/");
  });
}
