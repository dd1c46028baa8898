import { type Command, forEachChild, type SyntaxNode } from "unbash";
import type { Range } from "../../syntax/range.ts";
import { type ShellVisit, walkShell } from "../shell/walk-shell.ts";
import { type CarriedValues, carriedIn, emittedBy, POSITIONAL } from "./carried-values.ts";
import { findInCommand } from "./evaluated-in-command.ts";
import { findInNode } from "./evaluated-in-node.ts";
import { spreadValues } from "./spread-values.ts";

/** A place where the value of an input would be read as code. */
export interface EvaluatedValue {
  /** Name of the input. */
  readonly root: string;
  readonly range: Range;
  /** Why, and how to write it instead, as parts of a sentence. */
  readonly reason: string;
  readonly mend: string;
}

/** `bash -c "bash -c '…'"` is deep enough. */
const DEEPEST_NESTING = 4;

/**
 * Finds where a POSIX-like script would read values as code: in arithmetic, in words for another shell or interpreter,
 * in what is piped into one, directly or through variables that the script sets from them. `values` holds the inputs.
 */
export function evaluatedValues(script: string, values: CarriedValues, depth = 0): EvaluatedValue[] {
  if (values.size === 0 || depth > DEEPEST_NESTING) return [];
  const carried = spreadValues(script, values);
  const integers = integerNames(script);
  const inputs = new Map<Command, string>();
  const found: EvaluatedValue[] = [];
  walkShell(script, (visit: ShellVisit) => {
    const { node, range } = visit;
    if (node.type === "Pipeline") {
      for (const [index, command] of node.commands.entries()) {
        const root = node.commands.slice(0, index).flatMap((each) => emittedBy(each, carried) ?? [])[0];
        if (root !== undefined) giveInput(command, root, inputs);
      }
    } else if (node.type === "Redirected") {
      const root = node.redirects.flatMap((redirect) =>
        redirect.type === "Redirect" ? [] : (carriedIn(redirect, carried) ?? []),
      )[0];
      if (root !== undefined) giveInput(node.command, root, inputs);
    } else if (node.type === "Command") {
      const { values: own, scripts } = findInCommand(node, range, carried, inputs.get(node));
      found.push(...own);
      for (const { text, root } of scripts) {
        const nested = new Map(carried);
        // The inner script has its own parameters.
        for (const name of POSITIONAL) {
          if (root === undefined) nested.delete(name);
          else nested.set(name, root);
        }
        found.push(...evaluatedValues(text, nested, depth + 1).map((value) => ({ ...value, range })));
      }
    }
    found.push(...findInNode(node, range, carried, integers));
  });
  return found.filter(
    ({ root, range }, index) =>
      found.findIndex((other) => other.root === root && other.range.start === range.start) === index,
  );
}

/** Every command below reads the same input. */
function giveInput(node: SyntaxNode, root: string, inputs: Map<Command, string>): void {
  if (node.type === "Command") inputs.set(node, root);
  else if (node.type !== "Word") forEachChild(node, (child) => giveInput(child, root, inputs));
}

/** Names declared as numbers anywhere in the script: what is assigned to them is arithmetic. */
function integerNames(script: string): ReadonlySet<string> {
  const names = new Set<string>();
  walkShell(script, ({ node }) => {
    if (node.type !== "Command" || !/^(?:declare|typeset|local|integer)$/.test(node.name?.value ?? "")) return;
    const words = node.args.map(({ text }) => text);
    if (node.name?.value !== "integer" && !words.some((word) => /^-[A-Za-z]*i/.test(word))) return;
    for (const word of words) {
      const name = /^[A-Za-z_]\w*/.exec(word)?.[0];
      if (name !== undefined) names.add(name);
    }
  });
  return names;
}
