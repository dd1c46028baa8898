import type { StepCommand } from "../model/procedure.ts";
import { scriptRange } from "../model/script-range.ts";
import { isPosixShell } from "../schema/interpreters.ts";
import type { SyntaxProblem } from "../syntax/parse.ts";
import type { Range } from "../syntax/range.ts";
import type { CarriedValues } from "./evaluation/carried-values.ts";
import { evaluatedValues } from "./evaluation/evaluated-values.ts";
import { evaluatesPlain } from "./placement-plain.ts";
import type { PlanInput } from "./plan.ts";
import { scriptVariables } from "./script-variables.ts";

/** Why a command can't run: the value of the input `root` would be read as code in it. */
export interface ValueProblem extends SyntaxProblem {
  readonly root: string;
}

/** Letters, digits, `_ . / : -`, classes of such and how often: what such a pattern lets through is no code anywhere. */
const PLAIN_PATTERN =
  /^\^?(?:\[(?:A-Z|a-z|0-9|[\w./:]|\\[dw.-])+-?\]|\\[dw.-]|[\w/:-]|\(\?:|\((?!\?)|[)|]|[*+?]|\{\d+(?:,\d*)?\})+\$?$/;

/** Whether an input's author has said which values it takes, and none of them can be code. */
export function isHarmless({ options, pattern }: Pick<PlanInput, "options" | "pattern">): boolean {
  return options !== undefined || (pattern !== undefined && PLAIN_PATTERN.test(pattern));
}

/** Finds where a command would read values as code; `script` as it will run, `values` by the variables that hold them. */
export function valueProblems(command: StepCommand, script: string, values: CarriedValues): ValueProblem[] {
  const found = isPosixShell(command.language)
    ? evaluatedValues(script, values)
    : plainValues(script, command.language, values);
  return found.map(({ root, range, reason, mend }) => ({
    root,
    message: `The value of $${root} can't be used here: ${reason}. To mend it, ${mend}.`,
    range: scriptRange(command, linesOf(script, command.script, range)),
  }));
}

function plainValues(
  script: string,
  language: string,
  values: CarriedValues,
): { readonly root: string; readonly range: Range; readonly reason: string; readonly mend: string }[] {
  return scriptVariables(script, language).used.flatMap(({ name, range }) => {
    const root = values.get(name);
    const refusal = root === undefined ? undefined : evaluatesPlain(script, range.start, language, name);
    return root === undefined || refusal === undefined ? [] : [{ root, range, ...refusal }];
  });
}

/** Filling in changes lengths but no line breaks: the same lines of the text as written. */
function linesOf(script: string, written: string, { start, end }: Range): Range {
  if (script === written) return { start, end };
  const first = script.slice(0, start).split("\n").length - 1;
  const last = script.slice(0, Math.max(start, end)).split("\n").length - 1;
  const lines = written.split("\n");
  const from = lines.slice(0, first).join("\n").length + (first > 0 ? 1 : 0);
  return { start: from, end: from + lines.slice(first, last + 1).join("\n").length };
}
