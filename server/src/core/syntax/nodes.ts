import type { Nodes, Parents, PhrasingContent } from "mdast";
import { toString as mdastToString } from "mdast-util-to-string";
import type { Range } from "./range.ts";

/** The place of a node. Every node of our trees has one: `parse` sees to it; a node made elsewhere counts as empty. */
export function rangeOf(node: Nodes): Range {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

/** The text a reader sees: markup gone, alternative texts of images left out, HTML left out. */
export function plainText(node: Nodes | readonly PhrasingContent[]): string {
  return mdastToString(node, { includeImageAlt: false, includeHtml: false });
}

/** Whether a node can hold others. */
export function isParent(node: Nodes): node is Parents {
  return "children" in node;
}

/** Visits `node` and all below it, in document order. Return `"skip"` to leave a node's children out. */
export function walk(node: Nodes, visit: (node: Nodes, ancestors: readonly Parents[]) => unknown): void {
  const ancestors: Parents[] = [];
  const step = (current: Nodes): void => {
    if (visit(current, ancestors) === "skip" || !isParent(current)) return;
    ancestors.push(current);
    for (const child of current.children) step(child);
    ancestors.pop();
  };
  step(node);
}
