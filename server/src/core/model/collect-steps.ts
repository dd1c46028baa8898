import type { Code, List, ListItem, Paragraph, RootContent } from "mdast";
import { rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";
import type { StepOrigin } from "./procedure.ts";
import { isTaskItem, lastDraft, type StepDraft } from "./step-draft.ts";
import type { StepSource } from "./step-source.ts";

/** Whether a code block would run; asked for fences that decide where a step is. */
export type IsRunnable = (code: Code) => boolean;

/**
 * Finds the steps of a runnable section. Task items are the steps where it has any; else the items of ordered lists, and
 * each deepest heading (with commands, where there are lists elsewhere in the section). Unordered lists are no steps.
 */
export function collectSteps(source: StepSource, isRunnable: IsRunnable): StepDraft[] {
  const { parts } = source;
  if (parts.some((part) => part.blocks.some((block) => hasItem(block, isTask)))) {
    return parts.flatMap((part) => collectItems(part.blocks, isTask, "task"));
  }
  const hasLists = parts.some((part) => part.blocks.some((block) => hasItem(block, isOrdered)));
  return parts.flatMap((part) => {
    if (part.blocks.some((block) => hasItem(block, isOrdered))) return collectItems(part.blocks, isOrdered, "ordered");
    const fences = fencesOf(part.blocks);
    const runs = fences.some(isRunnable);
    const isStep = runs || (part.isLeaf && !hasLists && (part.blocks.length > 0 || !part.isRoot));
    return isStep ? [headingDraft(part, fences)] : [];
  });
}

type IsStep = (item: ListItem, list: List) => boolean;

const isTask: IsStep = (item) => isTaskItem(item);
const isOrdered: IsStep = (_item, list) => list.ordered === true;

/** Lists inside quotes are quoted, not said. */
function hasItem(node: RootContent, isStep: IsStep): boolean {
  if (node.type !== "list") return false;
  return node.children.some(
    (item) => isStep(item, node) || item.children.some((child) => hasItem(child as RootContent, isStep)),
  );
}

function headingDraft(part: StepSource["parts"][number], fences: Code[]): StepDraft {
  const { range, titleRange, title } = part;
  return { origin: "heading", range, titleRange, title, inside: fences, behind: [], children: [] };
}

function fencesOf(blocks: readonly RootContent[]): Code[] {
  return blocks.flatMap((block) => {
    if (block.type === "code") return [block];
    if (block.type === "list" || block.type === "listItem") return fencesOf(block.children);
    return [];
  });
}

function collectItems(blocks: readonly RootContent[], isStep: IsStep, origin: StepOrigin): StepDraft[] {
  const drafts: StepDraft[] = [];
  visit(blocks, undefined, drafts, isStep, origin);
  return drafts;
}

function visit(
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
    if (block.type === "code") {
      if (parent !== undefined) parent.inside.push(block);
      else nearest?.behind.push(block);
    } else if (block.type === "list") {
      const before = lastDraft(siblings);
      for (const item of block.children) {
        const draft = isStep(item, block) ? itemDraft(item, origin) : undefined;
        if (draft) siblings.push(draft);
        visit(item.children, draft ?? parent, draft?.children ?? siblings, isStep, origin);
      }
      const after = lastDraft(siblings);
      const last = block.children.at(-1);
      // A last item that is no step stands between the step and the fence.
      const endsWithStep = last !== undefined && after !== undefined && after.range.end >= rangeOf(last).end;
      nearest = after !== before && endsWithStep ? after : undefined;
    } else if (block.type !== "paragraph" && block.type !== "html") nearest = undefined;
  }
}

function itemDraft(item: ListItem, origin: StepOrigin): StepDraft {
  const lead = item.children[0];
  const paragraph: Paragraph | undefined = lead?.type === "paragraph" ? lead : undefined;
  const range = rangeOf(item);
  const titleRange: Range = paragraph ? rangeOf(paragraph) : { start: range.start, end: range.start + 1 };
  return { origin, range, titleRange, title: paragraph?.children, inside: [], behind: [], children: [] };
}
