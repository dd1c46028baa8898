import type { Suppression, SuppressionTarget } from "../../syntax/suppressions.ts";
import { findRule } from "../find-rule.ts";
import type { AnyRule, Problem, TextEdit } from "../rule.ts";

/**
 * Finds the comments, and the rules named in them, that silenced nothing. `active` are the rules that ran: of one that is
 * switched off or for another kind of document nothing can be said. An `enable` is unused when nothing was disabled
 * before it.
 */
export function findUnusedSuppressions(
  text: string,
  suppressions: readonly Suppression[],
  used: ReadonlySet<SuppressionTarget>,
  rules: readonly AnyRule[],
  active: readonly AnyRule[],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [index, comment] of suppressions.entries()) {
    const before = suppressions.slice(0, index).filter(({ kind }) => kind === "disable");
    const complaints = comment.targets.flatMap((target) => {
      if (used.has(target)) return [];
      const complaint = complaintOf(comment, target, before, rules, active);
      return complaint === undefined ? [] : [{ target, complaint }];
    });
    const [first] = complaints;
    if (first === undefined) continue;
    const whole = complaints.length === comment.targets.length;
    const edits = whole ? [removeComment(text, comment)] : complaints.map(({ target }) => removeTarget(text, target));
    problems.push({
      range: whole ? comment.range : first.target.range,
      message: complaints.map(({ complaint }) => complaint).join(" "),
      fixes: [{ title: whole ? "Remove the comment" : "Remove what silences nothing", safety: "safe", edits }],
    });
  }
  return problems;
}

function complaintOf(
  comment: Suppression,
  target: SuppressionTarget,
  before: readonly Suppression[],
  rules: readonly AnyRule[],
  active: readonly AnyRule[],
): string | undefined {
  const rule = target.text === undefined ? undefined : findRule(rules, target.text);
  if (target.text !== undefined && rule === undefined) {
    return `No rule is called "${target.text}": the comment silences nothing.`;
  }
  if (comment.kind === "enable") {
    const opened = before.some(({ targets }) =>
      targets.some(({ text }) => text === undefined || target.text === undefined || findRule(rules, text) === rule),
    );
    const what = target.text === undefined ? "Nothing" : `"${target.text}"`;
    return opened ? undefined : `${what} was not disabled before this "runbook-enable".`;
  }
  if (rule !== undefined && !active.includes(rule)) return undefined;
  const place = PLACES[comment.kind];
  return target.text === undefined
    ? `Nothing is reported ${place}: the comment silences nothing.`
    : `${rule?.code} (${rule?.name}) is not reported ${place}: the comment silences nothing.`;
}

const PLACES = {
  "disable-next-line": "on what follows",
  disable: "in the stretch that follows",
  "disable-file": "in this file",
  enable: "",
} as const;

/** Takes the whole line where the comment stands alone, and one of two blank lines that would then meet. */
function removeComment(text: string, { range }: Suppression): TextEdit {
  const lineStart = Math.max(text.lastIndexOf("\n", range.start - 1) + 1, text.startsWith("\uFEFF") ? 1 : 0);
  const lineEnd = endOfLine(text, range.end);
  const alone = text.slice(lineStart, range.start).trim() === "" && text.slice(range.end, lineEnd).trim() === "";
  if (!alone) {
    const blankBefore = /[ \t]$/.test(text.slice(0, range.start)) && /^(?:\s|$)/.test(text.slice(range.end));
    return { range: { start: range.start - (blankBefore ? 1 : 0), end: range.end }, newText: "" };
  }
  const isBlank = (line: string): boolean => line.trim() === "";
  const before = lineStart === 0 ? "" : text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart);
  const nextEnd = endOfLine(text, lineEnd);
  // Text right above and right below would become one paragraph: the line stays, empty.
  if (!isBlank(before) && !isBlank(text.slice(lineEnd, nextEnd))) {
    return { range: { start: lineStart, end: range.end }, newText: "" };
  }
  const joins = isBlank(before) && isBlank(text.slice(lineEnd, nextEnd));
  return { range: { start: lineStart, end: joins ? nextEnd : lineEnd }, newText: "" };
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}

function removeTarget(text: string, { range }: SuppressionTarget): TextEdit {
  const gap = /[\s,]*$/.exec(text.slice(0, range.start))?.[0].length ?? 0;
  return { range: { start: range.start - gap, end: range.end }, newText: "" };
}
