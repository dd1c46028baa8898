import type { RootContent } from "mdast";
import { isInstruction } from "./instruction.ts";
import type { Outline, Section } from "./outline.ts";
import { readStepNumber } from "./step-heading.ts";
import { canonicalAncestor, isRunnableId, isTellingId } from "./step-roles.ts";

/** Whether blocks hold something to do; see `holdsWork`. */
export type HasWork = (blocks: readonly RootContent[]) => boolean;

/** Headings side by side that are the steps of one procedure. */
export interface StepGroup {
  /** The section around them; undefined where they stand at the top. */
  readonly parent: Section | undefined;
  readonly members: readonly Section[];
  /** Whether the section around them is runnable by its name, or inside such a one; else the numbers alone tell. */
  readonly isNamed: boolean;
}

/** Headings that say that what stands below is to be done in the order of its numbers. */
const PROCEDURE_TITLE = /\b(?:procedures?|procédures?|procedimientos?|procedimentos?|steps?|how to|sop|playbook)\b/i;

/**
 * Finds headings that are steps by their numbers: `Step 2: Drain`, or `2. Drain` where the section around is a procedure or
 * their commands say so. `## 2. Diagnosis` is a numbered section and none, and rollback is never a step among others.
 */
export function findStepGroups(outline: Outline, hasWork: HasWork): StepGroup[] {
  const headings = outline.sections.filter(({ origin }) => origin !== "label");
  const parents: (Section | undefined)[] = [undefined, ...headings];
  return parents.flatMap((parent) => {
    const siblings = headings.filter((section) => section.parent === parent);
    const around = parent === undefined || parent.id !== undefined ? parent : canonicalAncestor(parent);
    const isNamed = isRunnableId(around?.id);
    if (!isNamed && around?.id !== undefined) return [];
    const numbered = siblings
      .filter(({ id }) => id !== "rollback" || around?.id === id)
      .map((section) => ({ section, step: readStepNumber(section.title) }));
    const marked = numbered.flatMap(({ section, step }) => (step?.marked ? [section] : []));
    const plain = numbered.flatMap(({ section, step }) =>
      step !== undefined && !step.marked ? [{ section, number: step.number }] : [],
    );
    if (marked.length >= (isNamed ? 1 : 2) && (isNamed || marked.some(({ id }) => id === undefined))) {
      return [{ parent, members: marked, isNamed }];
    }
    const members = plain
      .map(({ section }) => section)
      .filter((one) => !isTellingId(one.id) || isInstruction(readStepNumber(one.title)?.title ?? ""));
    if (members.length < (isNamed ? 1 : 2) || !isAscending(plain.map(({ number }) => number))) return [];
    return isNamed || areStepsAlone(members, parent, outline, hasWork) ? [{ parent, members, isNamed }] : [];
  });
}

function isAscending(numbers: readonly number[]): boolean {
  return (numbers[0] ?? 0) <= 1 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

/** Whether bare numbers mean steps where no section's name says so. Sections of a document are numbered as often. */
function areStepsAlone(
  members: readonly Section[],
  parent: Section | undefined,
  outline: Outline,
  hasWork: HasWork,
): boolean {
  const unknown = members.filter(({ id }) => id === undefined).length;
  const working = members.filter(({ content }) => hasWork(content)).length;
  if (parent !== undefined && parent !== outline.title) return unknown > 0 && working > 0;
  if (unknown < members.length) return false;
  return members.length >= 3 && (working * 2 >= members.length || PROCEDURE_TITLE.test(parent?.title ?? ""));
}
