import type { Command } from "unbash";
import type { Range } from "../../syntax/range.ts";
import { programIndex } from "../shell/unwrap-command.ts";
import { type CarriedValues, carriedIn, inputOf } from "./carried-values.ts";
import type { EvaluatedValue } from "./evaluated-values.ts";
import { type EvaluatedParts, evaluatedParts, evaluatorName } from "./evaluating-commands.ts";

/** What evaluates values in a command, and the scripts in it that see the same variables. */
export interface CommandFindings {
  readonly values: readonly EvaluatedValue[];
  /** `root`: an input that the script is given as an argument. */
  readonly scripts: readonly { readonly text: string; readonly root: string | undefined }[];
}

interface CarriedWord {
  readonly text: string;
  readonly root: string | undefined;
  readonly hasSubstitution: boolean;
}

/** Programs that run their words as a command, after options of their own. */
const WRAPPERS =
  /^(?:sudo|doas|env|nohup|command|builtin|exec|time|setsid|nice|ionice|stdbuf|timeout|chroot|retry|docker|podman|nerdctl|crictl|nsenter|lxc|systemd-run|su|runuser|busybox|flock|unshare|poetry|pipenv|bundle|uv|npx|aws-vault|watch|find|xargs|kubectl|oc|k)$/;
/** Builtins whose words are names of variables, with subscripts that bash evaluates. */
const NAMING = /^(?:unset|read|mapfile|readarray|getopts|declare|typeset|local|export|readonly)$/;

const MEND =
  'hand it over as an argument (`bash -c \'… "$1"\' bash "$X"`), write the value itself there, or declare the input with `enum` or a `pattern` of plain characters such as `[a-z0-9-]+`';

/** Finds the values that a command, or one that it wraps, reads as code; `piped`: an input that comes in by a pipe. */
export function findInCommand(
  command: Command,
  range: Range,
  values: CarriedValues,
  piped: string | undefined,
): CommandFindings {
  const found: EvaluatedValue[] = [];
  const scripts: { text: string; root: string | undefined }[] = [];
  const words = [...(command.name ? [command.name] : []), ...command.args].map(
    (word): CarriedWord => ({
      text: word.type === "Word" ? word.value : word.text,
      root: carriedIn(word, values),
      hasSubstitution: word.type === "Word" && (word.parts ?? []).some(({ type }) => type === "ProcessSubstitution"),
    }),
  );
  const input = inputOf(command, values) ?? piped;
  const add = (root: string | undefined, reason: string, mend = MEND): void => {
    if (root !== undefined) found.push({ root, range, reason, mend: mend.replaceAll("$X", `$${root}`) });
  };

  // Quoted, `"$X"` can only name a program; bare, its value is split into a program and arguments.
  const written = command.name ? [command.name, ...command.args] : command.args;
  const program = written[programIndex(words.map(({ text }) => ({ value: text })))];
  if (program && /^\$\{?\w/.test(program.text)) {
    add(carriedIn(program, values), "the value would be the command itself", "write the command");
  }
  for (const start of commandStarts(words.map(({ text }) => text))) {
    const own = words.slice(start);
    const name = evaluatorName(own[0]?.text ?? "");
    const parts: EvaluatedParts = evaluatedParts(own.map(({ text }) => text));
    for (const index of parts.words) add(own[index]?.root, `\`${name}\` would read the value as code`);
    const isScriptReader = parts.input || /^(?:source|\.)$/.test(name) || evaluatedParts([name]).input;
    for (const { root, hasSubstitution } of own.slice(1)) {
      if (hasSubstitution && isScriptReader) add(root, `\`${name}\` would read the value as code`);
    }
    if (parts.input) {
      add(input, `\`${name}\` would read the value, which comes in by its input, as code`);
      if (evaluatedParts([name]).input) scripts.push(...hereDocuments(command, own));
    }
    const script = parts.script === undefined ? undefined : own[parts.script];
    if (script && script.root === undefined && parts.script !== undefined) {
      const root = own.slice(parts.script + 1).flatMap((word) => word.root ?? [])[0];
      scripts.push({ text: script.text, root });
    }
    for (const { root } of namedBy(name, own)) add(root, `\`${name}\` takes the value for a name`, "write the name");
  }
  return { values: found, scripts };
}

/** Where in a command's words a program may stand that runs the words behind it. */
function commandStarts(words: readonly string[]): number[] {
  const name = evaluatorName(words[0] ?? "");
  const from = /^(?:kubectl|oc|k)$/.test(name) ? words.indexOf("--") + 1 || words.length : 1;
  if (WRAPPERS.test(name)) return [0, ...words.map((_, index) => index).slice(from)];
  // `busybox sh -c`, `retry-it bash -c`: a program that we don't know may run a shell with code.
  return words.flatMap((word, index) =>
    index === 0 ||
    (evaluatedParts([word, "-c", "x"]).script !== undefined && /^-[A-Za-z]*c/.test(words[index + 1] ?? ""))
      ? [index]
      : [],
  );
}

function namedBy(name: string, words: readonly CarriedWord[]): readonly CarriedWord[] {
  if (/^(?:declare|typeset|local)$/.test(name) && words.some(({ text }) => /^-[A-Za-z]*n/.test(text))) return words;
  if (NAMING.test(name)) return words.slice(1).filter(({ text }) => !/^[A-Za-z_]\w*\+?=/.test(text));
  const flag = /^(?:test|\[|printf)$/.test(name) ? "-v" : name === "wait" ? "-p" : undefined;
  return flag === undefined ? [] : words.filter((_, index) => words[index - 1]?.text === flag);
}

/** A quoted here-document for a shell is a script that sees the variables. */
function hereDocuments(command: Command, words: readonly CarriedWord[]): { text: string; root: string | undefined }[] {
  const root = words.slice(1).flatMap((word) => word.root ?? [])[0];
  return command.redirects.flatMap((redirect) =>
    redirect.type === "HereDoc" && redirect.delimiter?.quoted ? [{ text: redirect.body.text, root }] : [],
  );
}
