import type { Command, SyntaxNode } from "unbash";
import { isPosixShell } from "../schema/interpreters.ts";
import type { Range } from "../syntax/range.ts";
import { walkShell } from "./shell/walk-shell.ts";

/** A use of a variable whose value must come from somewhere. */
export interface VariableUse {
  readonly name: string;
  /** Place in the script: `$POD` or `${POD}`. */
  readonly range: Range;
}

/** What a script uses and sets. */
export interface ScriptVariables {
  /** Uses without a default (`${POD:-x}` has one), in the order of the text. */
  readonly used: readonly VariableUse[];
  /** Names that it sets anywhere: assignment, `export`, `read`, `for`, `mapfile`, `printf -v`, `${X:=…}`. */
  readonly set: ReadonlySet<string>;
  /** Whether it may set others that its text doesn't show: `source file`, `eval "$(…)"`. */
  readonly setsUnknown: boolean;
  /** Where in the script the first command stands that may set any; `Infinity` for none. */
  readonly unknownFrom: number;
}

const NOTHING: ScriptVariables = {
  used: [],
  set: new Set(),
  setsUnknown: false,
  unknownFrom: Number.POSITIVE_INFINITY,
};

/** Reads which variables a script uses and sets. Text in single quotes or quoted here-documents uses none. */
export function scriptVariables(script: string, language: string): ScriptVariables {
  if (isPosixShell(language)) return shellVariables(script);
  switch (language) {
    case "powershell":
      return plainVariables(
        script,
        /(?<!`)\$(?:env:(\w+)|\{env:(\w+)\})(?!\s*=[^=])/gi,
        /\$(?:env:(\w+)|\{env:(\w+)\})\s*[+]?=[^=]/gi,
      );
    case "cmd":
      return plainVariables(script, /%([A-Za-z_]\w*)(?::[^%\n]*)?%/g, /\bset\s+(?:\/[ap]\s+)?"?([A-Za-z_]\w*)=/gi);
    case "fish":
      return plainVariables(
        script,
        /(?<![\\$])\$([A-Za-z_]\w*)/g,
        /\b(?:set(?:\s+-\S+)*|for|read(?:\s+-\S+)*)\s+([A-Za-z_]\w*)/g,
      );
    default:
      return NOTHING;
  }
}

function shellVariables(script: string): ScriptVariables {
  const used: VariableUse[] = [];
  const set = new Set<string>();
  let unknownFrom = Number.POSITIVE_INFINITY;
  const { errors } = walkShell(script, ({ node, range }) => {
    if (node.type === "SimpleExpansion") {
      const name = node.text.slice(1);
      if (isName(name)) used.push({ name, range });
    } else if (node.type === "ParameterExpansion") {
      const operator = node.operation?.type === "Default" ? node.operation.operator : "";
      if (operator === "=" || operator === ":=") set.add(node.parameter);
      // `${X?message}` asks for the variable; the others give something in its place.
      if (isName(node.parameter) && (operator === "" || operator === "?" || operator === ":?")) {
        used.push({ name: node.parameter, range });
      }
    } else if (node.type === "Command") {
      if (readCommand(node, set)) unknownFrom = Math.min(unknownFrom, range.start);
    } else collectNames(node, set);
  });
  // A script too long to be read uses and sets what nobody knows.
  if (errors.some(({ message }) => message.includes("characters"))) unknownFrom = 0;
  return { used, set, setsUnknown: unknownFrom < Number.POSITIVE_INFINITY, unknownFrom };
}

function isName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text);
}

function collectNames(node: SyntaxNode, set: Set<string>): void {
  if (node.type === "Assignment") set.add(node.name);
  else if (node.type === "For" || node.type === "Select") set.add(node.name.value);
  else if (node.type === "ArithmeticWord") set.add(node.value);
  else if (node.type === "FileDescriptorVariable") set.add(node.name);
}

/** Names that a builtin's words set; true when it may set any. */
function readCommand(command: Command, set: Set<string>): boolean {
  const name = command.name?.value ?? "";
  const words = command.args.flatMap((word) => (word.type === "Word" ? [word.value] : []));
  const names = words.filter(isName);
  switch (name) {
    case "read":
    case "mapfile":
    case "readarray":
    case "export":
    case "declare":
    case "typeset":
    case "local":
    case "readonly":
      // `export POD` hands on what must be set elsewhere: it sets nothing.
      if (name === "read" || name === "mapfile" || name === "readarray") for (const word of names) set.add(word);
      else if (name !== "export" && name !== "readonly") for (const word of names) set.add(word);
      return false;
    case "getopts":
      for (const word of names.slice(-1)) set.add(word);
      return false;
    case "printf":
      if (words[0] === "-v" && words[1] !== undefined) set.add(words[1]);
      return false;
    case "let":
      for (const word of words) set.add(/^[A-Za-z_]\w*/.exec(word)?.[0] ?? "");
      return false;
    case "source":
    case ".":
    case "eval":
      return true;
    default:
      return false;
  }
}

function plainVariables(script: string, uses: RegExp, sets: RegExp): ScriptVariables {
  // Single quotes keep `$` as it is in PowerShell and fish; blanking them keeps the offsets.
  const text = script
    .replace(/'[^'\n]*'/g, (quoted) => " ".repeat(quoted.length))
    .replace(/^\s*#[^\n]*/gm, (line) => " ".repeat(line.length));
  const unknownAt = text.search(/(?:^|[\s;])(?:source|\.)\s+\S/);
  const names = (match: RegExpExecArray): string => match[1] ?? match[2] ?? "";
  const used = [...text.matchAll(uses)].map((match) => ({
    name: names(match),
    range: { start: match.index, end: match.index + match[0].length },
  }));
  return {
    used,
    set: new Set([...text.matchAll(sets)].map(names)),
    setsUnknown: unknownAt >= 0,
    unknownFrom: unknownAt < 0 ? Number.POSITIVE_INFINITY : unknownAt,
  };
}
