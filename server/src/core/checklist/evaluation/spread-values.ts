import type { Command, SyntaxNode } from "unbash";
import { walkShell } from "../shell/walk-shell.ts";
import { type CarriedValues, carriedIn, emittedBy, inputOf, POSITIONAL, programOf } from "./carried-values.ts";

const SETTING: ReadonlySet<SyntaxNode["type"]> = new Set<SyntaxNode["type"]>([
  ...(["Assignment", "For", "ParameterExpansion", "Command", "Redirected", "Pipeline"] as const),
]);

/** More rounds than any honest chain of assignments needs. */
const MOST_ROUNDS = 8;

/**
 * Adds the variables that a script sets from values that are carried already: by assignment, `for`, `read`, `printf -v`,
 * the arguments of its functions. The order of the text does not count, so a loop's second round is covered too.
 */
export function spreadValues(script: string, values: CarriedValues): CarriedValues {
  const functions = new Set<string>();
  const nodes: SyntaxNode[] = [];
  walkShell(script, ({ node }) => {
    if (node.type === "Function") functions.add(node.name.value);
    if (SETTING.has(node.type)) nodes.push(node);
  });
  const spread = new Map(values);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = spread.size;
    const read = nodes.flatMap((node) => readable(node, spread) ?? [])[0];
    const set = (name: string, root: string | undefined): void => {
      if (root !== undefined && !spread.has(name)) spread.set(name, root);
    };
    for (const node of nodes) {
      if (node.type === "Assignment") set(node.name, carriedIn(node.value, spread));
      else if (node.type === "For") {
        for (const word of node.wordlist ?? []) set(node.name.value, carriedIn(word, spread));
      } else if (node.type === "ParameterExpansion" && node.operation?.type === "Default") {
        set(node.parameter, carriedIn(node.operation.operand, spread));
      } else if (node.type === "Command") setByCommand(node, functions, read, spread, set);
    }
    if (spread.size === before) break;
  }
  return spread;
}

/** What `read` may get from somewhere in the script. */
function readable(node: SyntaxNode, values: CarriedValues): string | undefined {
  if (node.type === "Command" || node.type === "Redirected") return inputOf(node, values);
  if (node.type !== "Pipeline") return undefined;
  return node.commands.slice(0, -1).flatMap((command) => emittedBy(command, values) ?? [])[0];
}

function setByCommand(
  command: Command,
  functions: ReadonlySet<string>,
  read: string | undefined,
  values: CarriedValues,
  set: (name: string, root: string | undefined) => void,
): void {
  const name = programOf(command);
  const roots = command.args.flatMap((word) => carriedIn(word, values) ?? []);
  if (functions.has(name) || name === "set") for (const parameter of POSITIONAL) set(parameter, roots[0]);
  for (const word of command.args) {
    if (word.type !== "Word") continue;
    if (/^(?:read|mapfile|readarray)$/.test(name)) {
      if (/^[A-Za-z_]\w*$/.test(word.value)) set(word.value, read);
    } else if (/^(?:export|declare|typeset|local|readonly)$/.test(name)) {
      const target = /^([A-Za-z_]\w*)\+?=/.exec(word.value)?.[1];
      if (target !== undefined) set(target, carriedIn(word, values));
    } else if (name === "printf" && command.args[0]?.text === "-v" && word === command.args[1]) {
      set(word.value, roots[0]);
    }
  }
  if (name === "read" && command.args.every((word) => word.text.startsWith("-"))) set("REPLY", read);
  if (/^(?:mapfile|readarray)$/.test(name)) set("MAPFILE", read);
}
