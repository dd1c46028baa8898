import type { RunbookDocument } from "../../model/document.ts";
import type { StepCommand } from "../../model/procedure.ts";
import type { DestructiveTier } from "../../schema/destructive-commands.ts";

/** How far above a command a warning is still read with it. */
const NEAR_LINES = 10;

const CALLOUT =
  /\[!(?:WARNING|CAUTION|DANGER|IMPORTANT)\]|^\s*(?::::+|!!!|\?\?\?)\s*\{?(?:warning|danger|caution|important)|\{\{[<%]\s*(?:warning|danger|caution)|⚠/im;
const CAUTION =
  /\b(?:warning|caution|careful(?:ly)?|dangerous|danger|destructive|destroys?|irreversibl[ey]|irrecoverabl[ey]|data.loss|permanent(?:ly)?|(?:cannot|can't|can not) be (?:undone|reverted|recovered)|los(?:e|es|ing|s of) (?:\w+ ){0,3}data|make sure|be sure|ensure|double[ -]?check|confirm that|only (?:if|when|do|use)|last resort|important(?=:)|re-?creat\w+|count\w* (?:\w+ ){0,3}as lost|safe to|do not|don't|never|risk(?:y|s)?|at your own)\b/i;
/** Words by which a step tells that it takes something away: enough for what comes back by itself or is set up again. */
const ANNOUNCED =
  /\b(?:delet\w+|remov\w+|drain\w*|(?:un)?cordon\w*|stop\w*|shut\w* ?down|scal\w+ (?:\w+ ){0,3}(?:down|to (?:0|zero))|kill\w*|terminat\w+|evict\w*|restart\w*|taint\w*|clean\w*|cancel\w*|disabl\w+|detach\w*|purg\w+|prun\w+|uninstall\w*)\b/i;
const REHEARSED = /--dry-run(?!=none)|\bdry[ -]?run\b|-WhatIf\b|\bterraform plan\b/i;
const SAVED =
  /\bback(?:ed|ing)?[ -]?ups?\b|\bsnapshots?\b|\b(?:pg_dump|pg_dumpall|mysqldump|mongodump|etcdctl snapshot|velero)\b/i;

/**
 * Whether a reader is warned before a command, or the harm is limited: a callout above it in its section, a word of
 * caution in the ten lines above it or in a comment of the script, a dry run or a backup before it, or an attribute that
 * makes the runner ask. For what takes no data away it is enough that the text tells what is taken away.
 */
export function isGuarded(command: StepCommand, document: RunbookDocument, tier: DestructiveTier): boolean {
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
    (tier !== "data" && (ANNOUNCED.test(near) || ANNOUNCED.test(comments))) ||
    CALLOUT.test(above) ||
    [near, comments].some((text) => CAUTION.test(text)) ||
    [near, command.script].some((text) => REHEARSED.test(text) || SAVED.test(text))
  );
}
