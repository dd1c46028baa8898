import type { Code } from "mdast";
import { rangeOf } from "../syntax/nodes.ts";
import { collectItems, fencesOf, hasItem, type IsStep, isOrdered, isTask, visitItems } from "./collect-items.ts";
import type { StepOrigin } from "./procedure.ts";
import { proseOf, type StepDraft } from "./step-draft.ts";
import type { StepPart, StepSource } from "./step-source.ts";

/** Whether a code block would run; asked for fences that decide where a step is. */
export type IsRunnable = (code: Code) => boolean;

/** How the parts of a section that carry no number are read. */
interface Mode {
  readonly hasTasks: boolean;
  readonly hasLists: boolean;
  readonly isRunnable: IsRunnable;
}

/**
 * Finds the steps of a runnable section. Headings that are steps by their number hold what stands below as sub-steps. Else
 * task items are the steps where there are any; else the items of ordered lists, and each deepest heading (with commands,
 * where there are lists elsewhere in the section). Unordered lists are no steps. A command that stands under a heading
 * before its list, or under a heading without one, is a step too: it is never left out.
 */
export function collectSteps({ parts }: StepSource, isRunnable: IsRunnable): StepDraft[] {
  const unnumbered = parts.filter(({ isStep }) => !isStep);
  const has = (isStep: IsStep): boolean =>
    unnumbered.some(({ blocks }) => blocks.some((block) => hasItem(block, isStep)));
  const mode: Mode = { hasTasks: has(isTask), hasLists: has(isOrdered), isRunnable };

  const drafts: StepDraft[] = [];
  const open: { readonly draft: StepDraft; readonly depth: number }[] = [];
  for (const part of parts) {
    while ((open.at(-1)?.depth ?? 0) >= part.depth) open.pop();
    const row = open.at(-1)?.draft.children ?? drafts;
    if (part.isStep) {
      const draft = numberedDraft(part);
      row.push(draft);
      open.push({ draft, depth: part.depth });
      continue;
    }
    // Below a numbered step a heading without work only says more of it.
    const found = draftsOfPart(part, open.length > 0 ? { ...mode, hasTasks: false, hasLists: true } : mode);
    row.push(...found);
    if (found.length === 0) open.at(-1)?.draft.prose.push(part.titleRange, ...proseOf(part.blocks));
  }
  return drafts;
}

/** A heading that its number makes a step: its fences are its own, the items of its lists its sub-steps. */
function numberedDraft(part: StepPart): StepDraft {
  const draft = headingDraft(part, []);
  const isStep = part.blocks.some((block) => hasItem(block, isTask)) ? isTask : isOrdered;
  visitItems(part.blocks, draft, draft.children, isStep, isStep === isTask ? "task" : "ordered");
  return draft;
}

function draftsOfPart(part: StepPart, { hasTasks, hasLists, isRunnable }: Mode): StepDraft[] {
  const { blocks } = part;
  const runs = fencesOf(blocks).some(isRunnable);
  if (blocks.some((block) => hasItem(block, isTask))) return listDrafts(part, isTask, "task", isRunnable);
  if (hasTasks && !runs) return [];
  if (blocks.some((block) => hasItem(block, isOrdered))) return listDrafts(part, isOrdered, "ordered", isRunnable);
  const isStep = runs || (part.isLeaf && !hasLists && (blocks.length > 0 || !part.isRoot));
  return isStep ? [{ ...headingDraft(part, fencesOf(blocks)), prose: proseOf(blocks) }] : [];
}

/** The items of a part's lists, behind the commands that come before the first of them. */
function listDrafts(part: StepPart, isStep: IsStep, origin: StepOrigin, isRunnable: IsRunnable): StepDraft[] {
  const items = collectItems(part.blocks, isStep, origin);
  const first = part.blocks.findIndex((block) => hasItem(block, isStep));
  const before = part.blocks.slice(0, first);
  const fences = fencesOf(before);
  if (!fences.some(isRunnable)) return items;
  const last = before.at(-1);
  const range = { start: part.range.start, end: last === undefined ? part.titleRange.end : rangeOf(last).end };
  return [{ ...headingDraft(part, fences), range, prose: proseOf(before) }, ...items];
}

function headingDraft({ range, titleRange, title }: StepPart, inside: Code[]): StepDraft {
  return { origin: "heading", range, titleRange, title, inside, behind: [], prose: [], children: [] };
}
