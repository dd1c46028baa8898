import type { RunbookDocument } from "../../model/document.ts";
import type { Procedure } from "../../model/procedure.ts";

/** "How to access the platform" is an introduction and "Checking the logs" a look, not the answer to a fault. */
const INTRODUCTION =
  /^\W*(?:how (?:to|do i|do you) (?:\w+ )?(?:access|use|using|work with|connect|log ?in|sign in|view|find|read|get|see)|access(?:ing)?|viewing|using|connecting|(?:check(?:ing)?|inspecting|collecting|gathering)(?!.*\b(?:and|then|restart\w*|fix\w*|repair\w*)\b))\b/i;

/** What is kept for the record, or not yet so: nobody follows it now. */
const NOT_NOW =
  /\b(?:historic(?:al(?:ly)?)?|deprecated|obsolete|outdated|legacy|archived?|superseded|no longer (?:used|needed)|tentative|proposed|future|planned|draft|ideas?)\b|^old\b/i;

/**
 * The first procedure that changes something (mitigation, restoration, steps …) and has a step that says what to do: a
 * command, or an item of a list. Undefined where a runbook only points elsewhere or only looks. Steps found below a name
 * that we don't know may be any how-to: they count only where numbered headings right below the title make the document
 * one procedure.
 */
export function mitigationWithSteps(document: RunbookDocument): Procedure | undefined {
  return document.procedures.find(
    ({ role, section, steps }) =>
      role === "mitigation" &&
      (section.id !== undefined || (section === document.outline.title && steps[0]?.origin === "heading")) &&
      !INTRODUCTION.test(section.title) &&
      !NOT_NOW.test(section.title) &&
      steps.some(({ origin, commands, children }) => origin !== "heading" || commands.length + children.length > 0),
  );
}

/** The text of a runbook without its front matter: what a reader may find a word in. */
export function bodyText(document: RunbookDocument): string {
  return document.syntax.text.slice(document.frontMatter?.range.end ?? 0);
}
