import type { Code, ListItem, PhrasingContent, RootContent } from "mdast";
import { rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";
import type { StepOrigin } from "./procedure.ts";

/** A step while it is collected: what it is made of, not yet read. */
export interface StepDraft {
  readonly origin: StepOrigin;
  readonly range: Range;
  readonly titleRange: Range;
  /** Undefined for an item that begins with something else than a paragraph. */
  readonly title: readonly PhrasingContent[] | undefined;
  /** The code blocks inside it, those of its sub-steps left out. */
  readonly inside: Code[];
  /** The code blocks behind it that no other step holds. */
  readonly behind: Code[];
  /** Where it says something beside its title, fences included, sub-steps left out. */
  readonly prose: Range[];
  readonly children: StepDraft[];
}

/** The last step in the text among `drafts` and their sub-steps: what a fence behind the list belongs to. */
export function lastDraft(drafts: readonly StepDraft[]): StepDraft | undefined {
  const last = drafts.at(-1);
  return last === undefined ? undefined : (lastDraft(last.children) ?? last);
}

/** The places of the blocks of a row that a reader sees. */
export function proseOf(blocks: readonly RootContent[]): Range[] {
  return blocks.filter(({ type }) => type !== "html" && type !== "thematicBreak" && type !== "definition").map(rangeOf);
}

/** Whether an item is a GFM task item, `- [ ]` or `- [x]`. */
export function isTaskItem(item: ListItem): boolean {
  return typeof item.checked === "boolean";
}
