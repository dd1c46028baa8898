import { forEachChild, type ParsedScript, parse, type SyntaxNode } from "unbash";
import type { Range } from "../../syntax/range.ts";

/** A node of a shell script's tree with its place in the script. */
export interface ShellVisit {
  readonly node: SyntaxNode;
  readonly ancestors: readonly SyntaxNode[];
  /** In the script as given. For text inside back quotes, which the parser decodes, the whole substitution. */
  readonly range: Range;
  /** Whether `range` is exact: false inside decoded back quotes. */
  readonly exact: boolean;
}

/** How well a script could be read. */
export interface ShellReading {
  /** What the parser complained about, nested substitutions included; empty for a script that bash would accept. */
  readonly errors: readonly { readonly message: string; readonly offset: number }[];
}

/** Longer scripts are programs, not steps; they count as unreadable. */
const LONGEST_SCRIPT = 50_000;
/** Nodes, about five for each `$(…)`: the parser reads a nested script anew on each level. */
const DEEPEST_TREE = 120;

/**
 * Visits the tree of a POSIX-like script in the order of the text. Never throws: what the parser can't take is an error
 * of the reading. Return `"skip"` to leave out what is below a node.
 */
export function walkShell(script: string, visit: (place: ShellVisit) => unknown): ShellReading {
  const errors: { message: string; offset: number }[] = [];
  if (script.length > LONGEST_SCRIPT) {
    return { errors: [{ message: `the script is longer than ${LONGEST_SCRIPT} characters`, offset: 0 }] };
  }
  const ancestors: SyntaxNode[] = [];
  const step = (node: SyntaxNode, anchor: Range | undefined): void => {
    if (ancestors.length > DEEPEST_TREE) {
      errors.push({ message: "it is nested too deep", offset: anchor?.start ?? node.pos });
      return;
    }
    if (node.type === "Script") collectErrors(node, anchor);
    const range = anchor ?? { start: node.pos, end: node.end };
    if (visit({ node, ancestors, range, exact: anchor === undefined }) === "skip") return;
    ancestors.push(node);
    forEachChild(node, (child) => step(child, anchorFor(child, range, anchor)));
    ancestors.pop();
  };
  const collectErrors = (node: ParsedScript, anchor: Range | undefined): void => {
    for (const error of node.errors ?? []) errors.push({ message: error.message, offset: anchor?.start ?? error.pos });
  };
  try {
    step(parse(script), undefined);
  } catch (error) {
    errors.push({ message: error instanceof Error ? error.message : String(error), offset: 0 });
  }
  return { errors };
}

/** Positions below a decoded script index the decoded text: from there on the substitution stands for everything in it. */
function anchorFor(child: SyntaxNode, parent: Range, anchor: Range | undefined): Range | undefined {
  if (anchor !== undefined) return anchor;
  return child.type === "Script" && child.source !== undefined ? parent : undefined;
}
