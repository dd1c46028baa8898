import { isPosixShell } from "../schema/interpreters.ts";
import { type PlaceholderCandidate, placeholderCandidates } from "./placeholder-candidates.ts";
import { fillIn, refuseEvaluated } from "./placement-evaluated.ts";
import { judgePlain } from "./placement-plain.ts";
import { judgeProgram } from "./placement-program.ts";
import { judgeShell } from "./placement-shell.ts";

/** What is to be done with a placeholder where it stands. */
export type Placement =
  /** Put `replacement` there: the value then travels as an environment variable and is never read as script. */
  | { readonly kind: "rewrite"; readonly replacement: string; readonly start?: number; readonly end?: number }
  /** It can't be filled in safely there; `reason` says why and `mend` how to write it instead, as parts of a sentence. */
  | { readonly kind: "refuse"; readonly reason: string; readonly mend: string }
  /** A comment or other text that no value belongs to. */
  | { readonly kind: "leave" };

/** A placeholder of a script and what will be done with it. */
export type ScriptPlaceholder = PlaceholderCandidate & { readonly placement: Placement };

/**
 * Finds the placeholders of a script (`<pod-name>`, `{{ pod }}`, `YOUR_TOKEN`) in the order of the text, each with how it
 * is filled in at its place. Redirections (`<file`, `< file`, `<(…)`, `<<EOF`), comparisons, markup and comments are none.
 */
export function placeholdersInScript(script: string, language: string): ScriptPlaceholder[] {
  const candidates = placeholderCandidates(script);
  if (candidates.length === 0) return [];
  const placements = judge(script, language, candidates);
  return candidates.flatMap((candidate, index) => {
    const placement = placements[index] ?? { kind: "leave" };
    return placement.kind === "leave" ? [] : [{ ...candidate, placement }];
  });
}

function judge(script: string, language: string, candidates: readonly PlaceholderCandidate[]): Placement[] {
  if (isPosixShell(language)) return refuseEvaluated(script, candidates, judgeShell(script, candidates));
  if (language === "python" || language === "node") return judgeProgram(script, language, candidates);
  return judgePlain(script, language, candidates);
}

/** A script with its placeholders filled in where that is safe, and those that were refused. */
export interface RewrittenScript {
  readonly script: string;
  readonly placeholders: readonly ScriptPlaceholder[];
  readonly refused: readonly ScriptPlaceholder[];
}

/**
 * Rewrites each placeholder to the variable that carries its value, `"$POD_NAME"` in a shell, with the quoting its place
 * needs. Refused ones stay as they are: a script with any must not be run.
 */
export function rewritePlaceholders(script: string, language: string): RewrittenScript {
  const placeholders = placeholdersInScript(script, language);
  return {
    script: fillIn(script, placeholders).script,
    placeholders,
    refused: placeholders.filter(({ placement }) => placement.kind === "refuse"),
  };
}
