import type { List, ListItem, RootContent } from "mdast";
import { plainText } from "../syntax/nodes.ts";
import { fencesOf, hasItem, isTask } from "./collect-items.ts";
import type { IsRunnable } from "./collect-steps.ts";
import { isInstruction } from "./instruction.ts";

/**
 * Whether blocks hold something to do, told without the name of a section: a command, a task item, or a list in order of
 * which most items begin with the verb of an instruction. A list in order may as well be causes, parts or contents.
 */
export function holdsWork(blocks: readonly RootContent[], isRunnable: IsRunnable): boolean {
  return blocks.some((block) => hasItem(block, isTask) || instructs(block)) || fencesOf(blocks).some(isRunnable);
}

function instructs(block: RootContent): boolean {
  if (block.type !== "list") return false;
  if (block.ordered !== true) return block.children.some((item) => item.children.some(instructs));
  return countInstructions(block) * 2 > block.children.length;
}

function countInstructions(list: List): number {
  return list.children.filter(instructsItem).length;
}

function instructsItem(item: ListItem): boolean {
  const [first] = item.children;
  if (first?.type !== "paragraph") return false;
  // A line of a table of contents begins with a verb as well.
  const [only, more] = first.children;
  if (only?.type === "link" && more === undefined) return false;
  return isInstruction(plainText(first));
}
