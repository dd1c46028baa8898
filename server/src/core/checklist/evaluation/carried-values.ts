import { type Command, forEachChild, type SyntaxNode } from "unbash";

/** Variables that hold the value of an input, or text made of it, by name; each with the input's name. */
export type CarriedValues = ReadonlyMap<string, string>;

/** Programs whose output is made of their words. */
const EMITTERS =
  /^(?:echo|printf|print|yes|cat|tr|sed|awk|gawk|jq|yq|cut|head|tail|sort|uniq|rev|tee|expr|basename|dirname|realpath|envsubst|base64|xargs|seq|date)$/;

/** The positional parameters of a function or script that was given a value. */
export const POSITIONAL: readonly string[] = [..."123456789@*"];

/**
 * The input whose value a word (or any node) would hold; undefined for none. What a program prints counts only where it is
 * made of its words: `$(echo $X)` carries X, `$(curl https://x/$X)` does not, nor does arithmetic, which yields a number.
 */
export function carriedIn(node: SyntaxNode, values: CarriedValues): string | undefined {
  switch (node.type) {
    case "SimpleExpansion":
      return values.get(node.text.slice(1));
    case "ParameterExpansion":
      if (node.prefix === "#") return undefined;
      return values.get(node.parameter) ?? firstOf(node, (child) => carriedIn(child, values));
    case "CommandExpansion":
    case "ProcessSubstitution":
      return node.script && emittedBy(node.script, values);
    case "ArithmeticExpansion":
      return undefined;
    default:
      return firstOf(node, (child) => carriedIn(child, values));
  }
}

/** The input whose value a command or list of commands prints as it is. */
export function emittedBy(node: SyntaxNode, values: CarriedValues): string | undefined {
  if (node.type !== "Command") return firstOf(node, (child) => emittedBy(child, values));
  const given = inputOf(node, values);
  if (given !== undefined || !EMITTERS.test(programOf(node))) return given;
  return firstOf(node, (child) => carriedIn(child, values));
}

/** The input whose value a command is given to read by a here-document, here-string or `<(…)`. */
export function inputOf({ redirects }: Pick<Command, "redirects">, values: CarriedValues): string | undefined {
  for (const redirect of redirects) {
    const isText = redirect.type !== "Redirect" || /^<\(/.test(redirect.target?.text ?? "");
    const found = isText ? carriedIn(redirect, values) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A program's name without its folder. */
export function programOf({ name }: Command): string {
  return name?.value.split("/").at(-1) ?? "";
}

function firstOf(node: SyntaxNode, find: (child: SyntaxNode) => string | undefined): string | undefined {
  let found: string | undefined;
  forEachChild(node, (child) => {
    found ??= find(child);
  });
  return found;
}
