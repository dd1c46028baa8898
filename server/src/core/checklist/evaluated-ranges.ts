import type { Range } from "../syntax/range.ts";
import { commandName, type ShellCommand } from "./shell/shell-command.ts";
import { shellCommands } from "./shell/shell-commands.ts";
import { unwrapCommand } from "./shell/unwrap-command.ts";

/** A part of a script that is read as script once more when it runs: a value put there would be code. */
export interface EvaluatedRange extends Range {
  /** Why, and how to write it instead, as parts of a sentence. */
  readonly reason: string;
  readonly mend: string;
}

const SHELL = /^(?:ba|z|da|k|a)?sh$/;
/** Interpreters and the flag behind which a program stands. */
const PROGRAMS: ReadonlyMap<string, RegExp> = new Map([
  ["python", /^-[A-Za-z]*c$/],
  ["python3", /^-[A-Za-z]*c$/],
  ["perl", /^-[A-Za-z]*[eE]$/],
  ["ruby", /^-[A-Za-z]*e$/],
  ["node", /^(?:-e|--eval|-p|--print)$/],
  ["php", /^-r$/],
]);
/** Builtins whose words are names of variables (with subscripts, which bash evaluates), arithmetic or code. */
const NAMING = /^(?:let|trap|alias|unset|read|mapfile|readarray|getopts|declare|typeset|local|export|readonly)$/;

/** Finds the words that `eval`, `bash -c`, `ssh`, `watch`, `trap`, `awk`, `perl -e` and their like read as code. */
export function evaluatedRanges(script: string): EvaluatedRange[] {
  return shellCommands(script).commands.flatMap(evaluatedIn);
}

function evaluatedIn(command: ShellCommand): EvaluatedRange[] {
  const name = commandName(command);
  const { words } = command;
  const inner = unwrapCommand(command);
  if (inner?.script !== undefined) return [anotherShell(inner.range, name)];
  const nested = words.findIndex(
    ({ value }, index) =>
      index > 0 && SHELL.test(value.split("/").at(-1) ?? "") && /^-[a-z]*c$/.test(words[index + 1]?.value ?? ""),
  );
  const script = nested < 0 ? undefined : words[nested + 2];
  if (script) return [anotherShell(script.range, words[nested]?.value ?? "sh")];
  if (name === "watch" || name === "parallel") return words.slice(1).map(({ range }) => anotherShell(range, name));
  const naming = NAMING.test(name) || (/^(?:printf|test|\[)$/.test(name) && words[1]?.value === "-v");
  if (naming) {
    const counts = words.some(({ value }) => /^-[A-Za-z]*i/.test(value)) && /^(?:declare|typeset|local)$/.test(name);
    return words.slice(1).flatMap(({ value, range }) => {
      if (!counts && name !== "alias" && name !== "let" && name !== "trap" && /^[A-Za-z_]\w*\+?=/.test(value))
        return [];
      const reason = `\`${name}\` would take the value as a name or code`;
      return [{ ...range, reason, mend: "write the name, and quote the value behind `=`" }];
    });
  }
  return programText(name, command).map((range) => ({
    ...range,
    reason: `\`${name}\` would read the value as a part of its program`,
    mend:
      name === "awk" || name === "gawk"
        ? "hand it over with `-v name=…`"
        : "hand it over as an argument or read it from the environment",
  }));
}

function anotherShell(range: Range, name: string): EvaluatedRange {
  return {
    start: range.start,
    end: range.end,
    reason: `\`${name}\` has another shell read the value as script`,
    mend: "write the value itself there, or hand it over quoted for that shell (`printf %q`)",
  };
}

function programText(name: string, { words }: ShellCommand): Range[] {
  const flag = PROGRAMS.get(name);
  if (flag) {
    const at = words.findIndex(({ value }, index) => index > 0 && flag.test(value));
    const program = at < 0 ? undefined : words[at + 1];
    return program ? [program.range] : [];
  }
  if (name !== "awk" && name !== "gawk" && name !== "mawk") return [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || /^-[vFf]$/.test(word.value)) at++;
    else if (!word.value.startsWith("-")) return [word.range];
  }
  return [];
}
