import type { SyntaxNode } from "unbash";
import { evaluatedRanges } from "./evaluated-ranges.ts";
import type { PlaceholderCandidate } from "./placeholder-candidates.ts";
import type { Placement } from "./placeholders.ts";
import { type ShellVisit, walkShell } from "./shell/walk-shell.ts";

/**
 * Judges placeholders in a POSIX-like script; `candidates` in the order of the text. Each is replaced by letters of the
 * same length and the result is parsed, so that the parser, not a guess, says in which quotes it stands.
 */
export function judgeShell(script: string, candidates: readonly PlaceholderCandidate[]): Placement[] {
  let stand = script;
  for (const { range } of candidates) {
    stand = stand.slice(0, range.start) + "x".repeat(range.end - range.start) + stand.slice(range.end);
  }
  const places: (ShellVisit | undefined)[] = candidates.map(() => undefined);
  const { errors } = walkShell(stand, (visit) => {
    // Nodes come from the outside in, so the last one that holds a candidate is the innermost.
    for (let at = firstFrom(candidates, visit.range.start); at < candidates.length; at++) {
      const { start, end } = candidates[at]?.range ?? { start: 0, end: 0 };
      if (start >= visit.range.end) break;
      if (end <= visit.range.end) places[at] = { ...visit, ancestors: [...visit.ancestors] };
    }
  });
  const evaluated = evaluatedRanges(stand);
  return candidates.map((candidate, index): Placement => {
    const place = places[index];
    const { start, end } = candidate.range;
    const line = stand.slice(stand.lastIndexOf("\n", start - 1) + 1, start);
    const error = errors[0];
    if (error !== undefined) {
      // Where a parser is lost, only a whole comment line is surely one.
      if (/^\s*#/.test(line)) return { kind: "leave" };
      return refuse(`the script can't be read as shell (${error.message})`, "correct the script");
    }
    if (place === undefined || isBetween(place)) {
      if (/(?:^|[\s;&|(){}])#/.test(line)) return { kind: "leave" };
      return refuse("its place can't be told", `use "$${candidate.name}" as a word of its own`);
    }
    if (/[\\$]$/.test(stand.slice(0, start))) {
      return refuse(`it follows a \`${stand.charAt(start - 1)}\``, `use "$${candidate.name}" as a word of its own`);
    }
    const reader = evaluated.find((range) => range.start <= start && end <= range.end);
    if (reader) return refuse(reader.reason, reader.mend);
    // `echo "<b>"`, `grep '<none>'`: in quotes it may well be meant. Outside of quotes a shell would read redirections.
    if (candidate.maybeText && isQuoted(place)) return { kind: "leave" };
    return judgePlace(place, candidate);
  });
}

function firstFrom(candidates: readonly PlaceholderCandidate[], offset: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const STRUCTURES: ReadonlySet<SyntaxNode["type"]> = new Set<SyntaxNode["type"]>([
  ...(["Script", "Statement", "CompoundList", "AndOr", "Pipeline", "If", "Elif", "For", "While", "Select"] as const),
  ...(["Case", "CaseItem", "Subshell", "BraceGroup", "Redirected", "Function", "ArrayValue", "Command"] as const),
]);

const QUOTES: ReadonlySet<SyntaxNode["type"]> = new Set<SyntaxNode["type"]>([
  ...(["SingleQuoted", "DoubleQuoted", "AnsiCQuoted", "LocaleString", "HereDocBody"] as const),
]);

/** What is in no word, redirection or quote stands between them: only comments do. */
function isBetween({ node }: ShellVisit): boolean {
  return STRUCTURES.has(node.type);
}

function isQuoted({ node, ancestors }: ShellVisit): boolean {
  return [...ancestors, node].some(({ type }) => QUOTES.has(type));
}

function judgePlace(place: ShellVisit, candidate: PlaceholderCandidate): Placement {
  const { node, ancestors } = place;
  const variable = `"$${candidate.name}"`;
  if (!place.exact) return refuse("it stands in nested back quotes", "write `$(…)` instead of back quotes");
  if (isWholeAssigned(place, candidate)) {
    return { kind: "rewrite", replacement: variable, start: place.range.start, end: place.range.end };
  }
  for (const around of [...ancestors, node]) {
    const reason = unsafeAround(around, candidate);
    if (reason) return refuse(reason[0], reason[1].replaceAll("VARIABLE", variable));
  }
  const parent = ancestors.at(-1);
  const inQuotes = ancestors.findLast(({ type }) => type === "DoubleQuoted" || type === "Word" || type === "Script");
  if (node.type === "Literal") {
    const braced = inQuotes?.type === "DoubleQuoted";
    return { kind: "rewrite", replacement: braced ? `\${${candidate.name}}` : variable };
  }
  if (node.type === "DoubleQuoted") return { kind: "rewrite", replacement: `\${${candidate.name}}` };
  if (node.type === "Word" || node.type === "BraceExpansion") {
    if (
      parent &&
      (parent.type === "For" || parent.type === "Select" || parent.type === "Function") &&
      parent.name === node
    ) {
      return refuse("it stands for the name of a variable or function", "write the name");
    }
    return { kind: "rewrite", replacement: variable };
  }
  return refuse("a value can't be put there", `use ${variable} as a word of its own`);
}

/** `POD='<pod name>'`, as real runbooks have it: the whole text in the quotes is the value, and nobody else reads it. */
function isWholeAssigned({ node, ancestors, range }: ShellVisit, { range: own }: PlaceholderCandidate): boolean {
  const [assignment, word] = ancestors.slice(-2);
  return (
    node.type === "SingleQuoted" &&
    word?.type === "Word" &&
    assignment?.type === "Assignment" &&
    assignment.index === undefined &&
    assignment.value === word &&
    !ancestors.some(({ type }) => type === "HereDoc" || type === "HereDocBody" || type === "ParameterExpansion") &&
    own.start === range.start + 1 &&
    own.end === range.end - 1
  );
}

/** Why a value can't stand below this node, and how to mend it; `VARIABLE` is replaced by `"$NAME"`. */
function unsafeAround(node: SyntaxNode, candidate: PlaceholderCandidate): readonly [string, string] | undefined {
  switch (node.type) {
    case "SingleQuoted":
    case "AnsiCQuoted":
    case "LocaleString":
      return ["in single quotes nothing is filled in", "use double quotes, or end the quotes there: '…'VARIABLE'…'"];
    case "HereDoc":
    case "HereDocBody":
    case "HereDocDelimiter":
      return [
        "it stands in a here-document, where the quoting depends on what reads it",
        "set a variable before it and use that",
      ];
    case "ArithmeticExpansion":
    case "ArithmeticCommand":
    case "ArithmeticFor":
      return ["arithmetic would evaluate the value", "set a variable and check that it is a number first"];
    case "TestBinary":
      return /^-(?:eq|ne|lt|le|gt|ge)$/.test(node.operator)
        ? ["`[[ … -eq … ]]` evaluates the value as arithmetic", "compare with `[ … ]` and VARIABLE"]
        : undefined;
    case "TestUnary":
      return node.operator === "-v" ? ["`-v` takes the name of a variable", "write the name"] : undefined;
    case "ParameterExpansion":
      return ["it stands inside `${…}`", "use VARIABLE outside of it"];
    case "Glob":
    case "ExtendedGlob":
      return ["it stands inside a file name pattern", "use VARIABLE outside of the brackets"];
    case "Assignment":
      return isInName(node.pos, node.name, candidate) ||
        (node.index !== undefined && candidate.range.start < node.index.end)
        ? ["it stands for the name of a variable", "write the name"]
        : undefined;
    case "Coproc":
      return ["it stands in a coprocess", "write the command without `coproc`"];
    default:
      return undefined;
  }
}

function isInName(start: number, name: string, candidate: PlaceholderCandidate): boolean {
  return candidate.range.start < start + name.length;
}

function refuse(reason: string, mend: string): Placement {
  return { kind: "refuse", reason, mend };
}
