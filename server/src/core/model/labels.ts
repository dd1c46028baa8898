import type { Nodes, Root, RootContent, Strong, Text } from "mdast";
import { plainText, rangeOf } from "../syntax/nodes.ts";
import type { MutableSection } from "./outline.ts";
import { isRunnableId } from "./step-roles.ts";

/**
 * Finds the sections that are bold labels (`**Impact**: …`) instead of headings: at the start of a paragraph or a list
 * item, with a canonical name and a colon or dash. A label that stands alone in its paragraph owns the blocks behind it,
 * up to the next label or heading. `headings` are in the order of the text.
 */
export function readLabels(
  root: Root,
  headings: readonly MutableSection[],
  identify: (title: string) => string | undefined,
): MutableSection[] {
  const labels: MutableSection[] = [];
  let around: MutableSection | undefined;
  let next = 0;

  const add = (label: Strong | Text, block: RootContent, blocks: readonly RootContent[], end: number): void => {
    const title = label.type === "strong" ? plainText(label).trim() : (PLAIN.exec(label.value)?.[1] ?? "");
    const id = identify(title);
    // A label inside a canonical section is one of its fields ("**Impact**: 3 users" in a summary still counts).
    const inside = canonicalAround(around);
    if (id === undefined || id === "metadata" || inside === id) return;
    // How to go back must not be run among the steps that it undoes.
    const isUndo = id === "rollback" && block.type !== "listItem" && isRunnableId(inside);
    if (inside !== undefined && inside !== "summary" && inside !== "metadata" && !isUndo) return;
    const whole = rangeOf(label);
    const heading = label.type === "strong" ? whole : { start: whole.start, end: whole.start + title.length + 1 };
    labels.push({
      id,
      title: title.replace(/[:\s]+$/, ""),
      origin: "label",
      depth: Math.min(6, (around?.depth ?? 0) + 1),
      heading,
      body: { start: heading.end, end },
      content: [block, ...blocks],
      ownContent: [block, ...blocks],
      parent: around,
      children: [],
    });
  };

  const visitItems = (node: Nodes): void => {
    if (node.type !== "list") return;
    for (const item of node.children) {
      const inSummary = canonicalAround(around) === "summary";
      const strong = labelOf(item.children[0]) ?? (inSummary ? plainLabelOf(item.children[0]) : undefined);
      if (strong) add(strong, item, [], rangeOf(item).end);
      else for (const child of item.children) visitItems(child);
    }
  };

  for (const [index, node] of root.children.entries()) {
    if (node.type === "heading") {
      around = headings[next++];
      continue;
    }
    const strong = labelOf(node);
    if (strong) {
      const owned = isAlone(node, strong) ? blocksBehind(root, index) : [];
      add(strong, node, owned, rangeOf(owned.at(-1) ?? node).end);
    } else visitItems(node);
  }
  return labels;
}

/** `- Impact: 3 users` in a summary, without any markup. */
const PLAIN = /^(\p{L}[\p{L} ]{2,30}):\s/u;

function plainLabelOf(node: Nodes | undefined): Text | undefined {
  const first = node?.type === "paragraph" ? node.children[0] : undefined;
  return first?.type === "text" && PLAIN.test(first.value) ? first : undefined;
}

/** The id of the nearest canonical section, from a section upward: a label below "Timeline > 14:02" is an event's. */
function canonicalAround(section: MutableSection | undefined): string | undefined {
  let at = section;
  while (at && at.id === undefined) at = at.parent;
  return at?.id;
}

/** The bold text that begins a paragraph and ends in, or is followed by, a colon or a dash. */
function labelOf(node: Nodes | undefined): Strong | undefined {
  if (node?.type !== "paragraph") return undefined;
  const [first, second] = node.children;
  if (first?.type !== "strong") return undefined;
  if (plainText(first).trim().endsWith(":")) return first;
  return second?.type === "text" && /^\s*[:：–—-]/.test(second.value) ? first : undefined;
}

function isAlone(node: Nodes, strong: Strong): boolean {
  return /^[\s:：–—-]*$/.test(plainText(node).slice(plainText(strong).length));
}

/** Bounded by the next label, so that each block is looked at by one label only. */
function blocksBehind(root: Root, index: number): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = index + 1; at < root.children.length; at++) {
    const node: RootContent | undefined = root.children[at];
    if (!node || node.type === "heading" || node.type === "thematicBreak" || labelOf(node)) break;
    blocks.push(node);
  }
  return blocks;
}
