import type { Command, Redirection, Word, WordPart } from "unbash";
import type { Range } from "../../syntax/range.ts";
import type { ShellCommand, ShellWord } from "./shell-command.ts";
import { unwrapCommand } from "./unwrap-command.ts";
import { walkShell } from "./walk-shell.ts";

/** The commands of a script, wrappers opened. */
export interface ShellCommands {
  /** In the order of the text; a wrapper (`sudo`, `ssh`, `bash -c`) is followed by what it wraps. */
  readonly commands: readonly ShellCommand[];
  /** Whether all of it was understood: no parse error, no program whose name is computed, no group that writes a file. */
  readonly complete: boolean;
}

/** `bash -c 'ssh host "sudo sh -c …"'` is deep enough. */
const DEEPEST_WRAPPING = 8;

/** Reads the simple commands of a POSIX-like script, in loops, functions, substitutions and strings given to shells too. */
export function shellCommands(script: string): ShellCommands {
  return read(script, undefined, 0);
}

function read(script: string, anchor: Range | undefined, depth: number): ShellCommands {
  const commands: ShellCommand[] = [];
  let complete = depth <= DEEPEST_WRAPPING;
  if (!complete) return { commands, complete };
  const pipedText = new Map<Command, string>();
  const { errors } = walkShell(script, ({ node, range }) => {
    if (node.type === "Pipeline") {
      for (const [index, command] of node.commands.entries()) {
        const next = node.commands[index + 1];
        const text = command.type === "Command" ? echoedText(command) : undefined;
        if (text !== undefined && next?.type === "Command") pipedText.set(next, text);
      }
    }
    // `{ ls; } > file`: the commands inside don't know of it.
    if (node.type === "Redirected" && node.redirects.some(writesFile)) complete = false;
    if (node.type !== "Command") return;
    const place = anchor ?? range;
    const command = readCommand(node, place, anchor, pipedText.get(node));
    if (command.words.length > 0 && command.words[0]?.literal === false) complete = false;
    add(command);
  });

  function add(command: ShellCommand, layers = 0): void {
    commands.push(command);
    const inner = unwrapCommand(command);
    if (inner === undefined) return;
    if (layers + depth >= DEEPEST_WRAPPING) {
      complete = false;
      return;
    }
    if (inner.words !== undefined) {
      add({ ...command, words: inner.words }, layers + 1);
      return;
    }
    const nested = read(inner.script, inner.range, depth + layers + 1);
    commands.push(...nested.commands);
    complete &&= nested.complete;
  }
  return { commands, complete: complete && errors.length === 0 };
}

function readCommand(node: Command, range: Range, anchor: Range | undefined, piped: string | undefined): ShellCommand {
  const all = [...(node.name ? [node.name] : []), ...node.args];
  const words = all.map((word): ShellWord => {
    const place = anchor ?? clampTo({ start: word.pos, end: word.end }, range);
    if (word.type === "Assignment") return { value: word.text, literal: false, range: place };
    return { value: word.value, literal: isLiteral(word), splits: splits(word), range: place };
  });
  const inputs = node.redirects.flatMap((redirect) => inputText(redirect) ?? []);
  return {
    words,
    inputs: piped === undefined ? inputs : [piped, ...inputs],
    writesFile: node.redirects.some(writesFile),
    readsFile: node.redirects.some(readsFile),
    assigned: node.prefix.flatMap((part) => (part.type === "Assignment" ? [part.name] : [])),
    range,
  };
}

/** Words of decoded back quotes have places of their own text: the command's place stands for them. */
function clampTo(range: Range, outer: Range): Range {
  return outer.start <= range.start && range.end <= outer.end ? range : outer;
}

function isLiteral(word: Word): boolean {
  return word.parts === undefined || word.parts.every(isPlain);
}

function splits(word: Word): boolean {
  const quoted = (part: WordPart): boolean => part.type === "DoubleQuoted" || part.type === "LocaleString";
  return !(word.parts ?? []).every((part) => quoted(part) || isPlain(part));
}

function isPlain(part: WordPart): boolean {
  if (part.type === "DoubleQuoted" || part.type === "LocaleString") return part.parts.every(isPlain);
  return part.type === "Literal" || part.type === "SingleQuoted" || part.type === "AnsiCQuoted" || part.type === "Glob";
}

function inputText(redirect: Redirection): string | undefined {
  if (redirect.type === "HereDoc") return redirect.body.text;
  return redirect.type === "HereString" ? redirect.target?.value : undefined;
}

function writesFile(redirect: Redirection): boolean {
  if (redirect.type !== "Redirect" || redirect.operator === "<" || redirect.operator === "<&") return false;
  const target = redirect.target?.value ?? "";
  if (redirect.operator === ">&" && /^(?:\d+|-)-?$/.test(target)) return false;
  return !/^\/dev\/(?:null|stdout|stderr|tty)$/.test(target);
}

function readsFile(redirect: Redirection): boolean {
  const target = redirect.type === "Redirect" ? (redirect.target?.value ?? "") : "";
  return redirect.type === "Redirect" && redirect.operator === "<" && target !== "/dev/null";
}

/** What `echo "DROP TABLE x" | psql` hands over. */
function echoedText(command: Command): string | undefined {
  if (command.name?.value !== "echo" && command.name?.value !== "printf") return undefined;
  return command.args.map((word) => (word.type === "Word" ? word.value : word.text)).join(" ");
}
