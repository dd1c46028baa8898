import type { Code, List, ListItem, Paragraph, RootContent } from "mdast";
import { plainText, rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";
import type { StepOrigin } from "./procedure.ts";
import { isTaskItem, lastDraft, proseOf, type StepDraft } from "./step-draft.ts";

/** Whether an item of a list is a step. */
export type IsStep = (item: ListItem, list: List) => boolean;

/** Task items are the steps. */
export const isTask: IsStep = (item) => isTaskItem(item);

/** Items of lists in order are the steps. */
export const isOrdered: IsStep = (_item, list) => list.ordered === true;

/** Whether a block holds a step; lists inside quotes are quoted, not said. */
export function hasItem(node: RootContent, isStep: IsStep): boolean {
  if (node.type !== "list") return false;
  return node.children.some((item) => isStep(item, node) || item.children.some((child) => hasItem(child, isStep)));
}

/** The steps among the items of the lists in a row of blocks, with what they hold. */
export function collectItems(blocks: readonly RootContent[], isStep: IsStep, origin: StepOrigin): StepDraft[] {
  const drafts: StepDraft[] = [];
  visitItems(blocks, undefined, drafts, isStep, origin);
  return drafts;
}

/** Adds the steps in a row of blocks to `siblings`; what is no step belongs to `parent`, the step around them. */
export function visitItems(
  blocks: readonly RootContent[],
  parent: StepDraft | undefined,
  siblings: StepDraft[],
  isStep: IsStep,
  origin: StepOrigin,
): void {
  // The step that a fence in this row of blocks would be adopted by: the nearest one before it, with nothing but
  // paragraphs, comments and other fences between.
  let nearest: StepDraft | undefined;
  for (const block of blocks) {
    const holdsSteps = hasItem(block, isStep);
    const adopts = parent?.origin === "heading" ? nearest?.inside.length === 0 : parent === undefined;
    const isAdopted = block.type === "code" && adopts;
    if (!holdsSteps && !isAdopted) parent?.prose.push(...proseOf([block]));
    if (block.type === "code") {
      if (isAdopted) nearest?.behind.push(block);
      else parent?.inside.push(block);
    } else if (block.type === "list" && !holdsSteps) {
      parent?.inside.push(...fencesOf([block]));
      nearest = undefined;
    } else if (block.type === "list") {
      const before = lastDraft(siblings);
      for (const item of block.children) {
        const draft = isStep(item, block) ? itemDraft(item, origin) : undefined;
        if (draft) siblings.push(draft);
        // The title is what the step begins with, and no part of its prose.
        const held = draft?.title === undefined ? item.children : item.children.slice(1);
        visitItems(held, draft ?? parent, draft?.children ?? siblings, isStep, origin);
      }
      const after = lastDraft(siblings);
      const last = block.children.at(-1);
      // A last item that is no step stands between the step and the fence.
      const endsWithStep = last !== undefined && after !== undefined && after.range.end >= rangeOf(last).end;
      nearest = after !== before && endsWithStep ? after : undefined;
    } else if (block.type !== "paragraph" && block.type !== "html") nearest = undefined;
    // Below a numbered heading, `**Via the command line:**` begins something new of that step.
    else if (parent?.origin === "heading" && isLabel(block)) nearest = undefined;
  }
}

/** The fences in a row of blocks and in its lists; those in quotes are quoted. */
export function fencesOf(blocks: readonly RootContent[]): Code[] {
  return blocks.flatMap((block) => {
    if (block.type === "code") return [block];
    return block.type === "list" || block.type === "listItem" ? fencesOf(block.children) : [];
  });
}

function itemDraft(item: ListItem, origin: StepOrigin): StepDraft {
  const lead = item.children[0];
  const paragraph: Paragraph | undefined = lead?.type === "paragraph" ? lead : undefined;
  const range = rangeOf(item);
  const titleRange: Range = paragraph ? rangeOf(paragraph) : { start: range.start, end: range.start + 1 };
  const title = paragraph?.children;
  return { origin, range, titleRange, title, inside: [], behind: [], prose: [], children: [] };
}

function isLabel(block: RootContent): boolean {
  if (block.type !== "paragraph") return false;
  const [first, second] = block.children;
  return first?.type === "strong" && (second === undefined || /^\s*[:：]?\s*$/.test(plainText(second)));
}
