import type { RunbookDocument } from "../../model/document.ts";
import type { Procedure } from "../../model/procedure.ts";

/**
 * The first procedure that changes something (mitigation, restoration, steps …) and has a step that says what to do: a
 * command, or an item of a list. Undefined where a runbook only points elsewhere or only looks.
 */
export function mitigationWithSteps(document: RunbookDocument): Procedure | undefined {
  return document.procedures.find(
    ({ role, steps }) =>
      role === "mitigation" &&
      steps.some(({ origin, commands, children }) => origin !== "heading" || commands.length + children.length > 0),
  );
}

/** The text of a runbook without its front matter: what a reader may find a word in. */
export function bodyText(document: RunbookDocument): string {
  return document.syntax.text.slice(document.frontMatter?.range.end ?? 0);
}
