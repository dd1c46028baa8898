import type { Range } from "../../syntax/range.ts";
import { commandName, type ShellCommand, type ShellWord } from "./shell-command.ts";

/** What a wrapper runs: another command, or the text of a script for another shell. */
export type Unwrapped =
  | { readonly words: readonly ShellWord[]; readonly script?: undefined }
  | { readonly words?: undefined; readonly script: string; readonly range: Range };

interface Wrapper {
  /** Flags that take the next word as their value. */
  readonly valueFlags: readonly string[];
  /** Words before the wrapped command that are no flags: `timeout 5m cmd`, `chroot /host cmd`. */
  readonly operands: number;
}

const wrapper = (valueFlags = "", operands = 0): Wrapper => ({ valueFlags: valueFlags.split(" "), operands });

/** Programs that run the rest of their words as a command. */
const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  ["sudo", wrapper("-u -g -p -h -C -r -t -U -D -T --user --group --prompt --host --chdir")],
  ["doas", wrapper("-u -C")],
  ["env", wrapper("-u -C -S --unset --chdir")],
  ["nohup", wrapper()],
  ["command", wrapper()],
  ["builtin", wrapper()],
  ["exec", wrapper("-a")],
  ["time", wrapper("-f -o")],
  ["setsid", wrapper()],
  ["nice", wrapper("-n --adjustment")],
  ["ionice", wrapper("-c -n -p")],
  ["stdbuf", wrapper("-i -o -e")],
  ["timeout", wrapper("-s -k --signal --kill-after", 1)],
  ["chroot", wrapper("", 1)],
  ["watch", wrapper("-n --interval")],
  ["xargs", wrapper("-n -P -I -L -d -a -s -E --max-args --max-procs --replace --delimiter --arg-file")],
  ["retry", wrapper("-t -d --times --delay")],
]);

const SHELLS = /^(?:ba|z|da|k|a)?sh$/;
const SSH_VALUE_FLAGS = "-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w".split(" ");
const CONTAINER_VALUE_FLAGS = "-u -w -e --user --workdir --env --env-file --detach-keys".split(" ");

/** Opens one layer: `sudo rm x` → `rm x`, `ssh host "df -h"` → the script `df -h`. Undefined: it wraps nothing. */
export function unwrapCommand(command: ShellCommand): Unwrapped | undefined {
  const name = commandName(command);
  const { words } = command;
  const simple = WRAPPERS.get(name);
  if (simple) return rest(words, afterOperands(words, simple.valueFlags, simple.operands));
  if (SHELLS.test(name)) return shellScript(command);
  switch (name) {
    case "ssh":
      return joined(words, afterOperands(words, SSH_VALUE_FLAGS, 1));
    case "eval":
      return joined(words, 1);
    case "su":
    case "runuser":
    case "vagrant":
      return flagScript(words, /^(?:-c|--command)$/, /^--command=/) ?? afterDashes(words);
    case "gcloud":
      return flagScript(words, /^--command$/, /^--command=/) ?? afterDashes(words);
    case "kubectl":
    case "oc":
    case "k":
    case "nsenter":
    case "lxc":
    case "systemd-run":
    case "aws-vault":
      return afterDashes(words);
    case "docker":
    case "podman":
    case "nerdctl":
      return containerCommand(words);
    case "ansible":
      return flagScript(words, /^(?:-a|--args)$/, /^--args=/);
    case "knife":
      return words[1]?.value === "ssh" && words.length > 3 ? lastScript(words) : undefined;
    case "bundle":
    case "poetry":
    case "pipenv":
      return words[1]?.value === "exec" || words[1]?.value === "run" ? rest(words, 2) : undefined;
    case "find":
      return findExec(words);
    default:
      return undefined;
  }
}

/**
 * Index of the word that names the program in the end: past all wrappers, their flags, values and assignments, so that it is
 * `rm` in `sudo -u app env A=1 rm x`. 0 where nothing is wrapped; the last wrapper where nothing follows it.
 */
export function programIndex(words: readonly { readonly value: string }[]): number {
  let at = 0;
  for (;;) {
    const found = WRAPPERS.get(words[at]?.value.split("/").at(-1) ?? "");
    const next = found && at + afterOperands(words.slice(at), found.valueFlags, found.operands);
    if (next === undefined || next >= words.length) return at;
    at = next;
  }
}

function afterOperands(
  words: readonly { readonly value: string }[],
  valueFlags: readonly string[],
  operands: number,
): number {
  let index = 1;
  let left = operands;
  for (; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (value === "--") {
      index++;
      break;
    }
    if (valueFlags.includes(value)) index++;
    else if (value.startsWith("-") || /^[A-Za-z_]\w*=/.test(value)) continue;
    else if (left-- <= 0) break;
  }
  return index;
}

function rest(words: readonly ShellWord[], from: number): Unwrapped | undefined {
  const inner = words.slice(from);
  return inner.length > 0 ? { words: inner } : undefined;
}

/** What is joined by spaces and read by another shell. */
function joined(words: readonly ShellWord[], from: number): Unwrapped | undefined {
  const inner = words.slice(from);
  const [first, last] = [inner[0], inner.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const script = inner.map((word) => word.value).join(" ");
  return { script, range: { start: first.range.start, end: Math.max(first.range.end, last.range.end) } };
}

function shellScript({ words, inputs, range }: ShellCommand): Unwrapped | undefined {
  const at = words.findIndex(({ value }, index) => index > 0 && /^-[a-z]*c$/.test(value));
  const script = at < 0 ? undefined : words[at + 1];
  if (script) return { script: script.value, range: script.range };
  const hasFile = words.slice(1).some(({ value }) => !value.startsWith("-"));
  return inputs.length > 0 && !hasFile ? { script: inputs.join("\n"), range } : undefined;
}

function flagScript(words: readonly ShellWord[], flag: RegExp, attached: RegExp): Unwrapped | undefined {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (flag.test(word.value) && next) return { script: next.value, range: next.range };
    if (attached.test(word.value)) return { script: word.value.replace(attached, ""), range: word.range };
  }
  return undefined;
}

function afterDashes(words: readonly ShellWord[]): Unwrapped | undefined {
  const at = words.findIndex(({ value }) => value === "--");
  return at < 0 ? undefined : rest(words, at + 1);
}

function containerCommand(words: readonly ShellWord[]): Unwrapped | undefined {
  const at = words.findIndex(({ value }) => value === "exec");
  if (at < 0 || at > 2) return undefined;
  return rest(words, at + afterOperands(words.slice(at), CONTAINER_VALUE_FLAGS, 1));
}

function lastScript(words: readonly ShellWord[]): Unwrapped | undefined {
  const last = words.at(-1);
  return last && { script: last.value, range: last.range };
}

function findExec(words: readonly ShellWord[]): Unwrapped | undefined {
  const at = words.findIndex(({ value }) => /^-(?:exec|execdir|ok|okdir)$/.test(value));
  if (at < 0) return undefined;
  const inner = words.slice(at + 1);
  const end = inner.findIndex(({ value }) => value === ";" || value === "+" || value === "\\;");
  return rest(end < 0 ? inner : inner.slice(0, end), 0);
}
