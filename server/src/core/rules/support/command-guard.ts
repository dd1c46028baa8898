import type { RunbookDocument } from "../../model/document.ts";
import type { StepCommand } from "../../model/procedure.ts";

/** How far above a command a warning is still read with it. */
const NEAR_LINES = 10;

const CALLOUT =
  /\[!(?:WARNING|CAUTION|DANGER|IMPORTANT)\]|^\s*(?::::+|!!!|\?\?\?)\s*\{?(?:warning|danger|caution|important)|\{\{[<%]\s*(?:warning|danger|caution)|⚠/im;
const CAUTION =
  /\b(?:warning|caution|careful(?:ly)?|dangerous|danger|destructive|destroys?|irreversibl[ey]|irrecoverabl[ey]|data.loss|permanent(?:ly)?|(?:cannot|can't|can not) be (?:undone|reverted|recovered)|los(?:e|es|ing|s of) (?:\w+ ){0,3}data|make sure|be sure|ensure|double[ -]?check|confirm that|only (?:if|when|do|use)|last resort|safe to|do not|don't|never|risk(?:y|s)?|at your own)\b/i;
const REHEARSED = /--dry-run(?!=none)|\bdry[ -]?run\b|-WhatIf\b|\bterraform plan\b/i;
const SAVED =
  /\bback(?:ed|ing)?[ -]?ups?\b|\bsnapshots?\b|\b(?:pg_dump|pg_dumpall|mysqldump|mongodump|etcdctl snapshot|velero)\b/i;

/**
 * Whether a reader is warned before a command, or the harm is limited: a callout above it in its section, a word of
 * caution in the ten lines above it or in a comment of the script, a dry run or a backup before it, or an attribute that
 * makes the runner ask.
 */
export function isGuarded(command: StepCommand, document: RunbookDocument): boolean {
  const { list } = command.attributes;
  if (
    list.some(({ key, value }) => (key === "confirm" && value !== "false") || (key === "effect" && value === "destroy"))
  ) {
    return true;
  }
  const start = command.block.range.start;
  const section = document.outline.sections.findLast(
    ({ origin, body }) => origin !== "label" && body.start <= start && start < body.end,
  );
  const above = document.syntax.text.slice(section?.heading.start ?? 0, start);
  const near = above
    .split("\n")
    .slice(-NEAR_LINES - 1)
    .join("\n");
  const comments = command.script.match(/(?:^|\s)(?:#|--|\/\/) .*/gm)?.join("\n") ?? "";
  return (
    CALLOUT.test(above) ||
    [near, comments].some((text) => CAUTION.test(text)) ||
    [near, command.script].some((text) => REHEARSED.test(text) || SAVED.test(text))
  );
}
