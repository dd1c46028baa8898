import type { PhrasingContent, Root, RootContent } from "mdast";
import { RUNBOOK_SECTIONS } from "../schema/runbook-sections.ts";
import { rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";
import type { Outline, Section } from "./outline.ts";

/** One heading of a procedure with the blocks up to the next heading. */
export interface StepPart {
  readonly title: readonly PhrasingContent[] | undefined;
  /** The heading with its own blocks. */
  readonly range: Range;
  readonly titleRange: Range;
  readonly blocks: readonly RootContent[];
  /** Whether no heading of the procedure lies below it. */
  readonly isLeaf: boolean;
  /** Whether it is the procedure's own heading. */
  readonly isRoot: boolean;
}

/** A runnable section and what of it are steps. */
export interface StepSource {
  readonly section: Section;
  readonly role: string;
  readonly parts: readonly StepPart[];
}

const RUNNABLE_IDS: ReadonlySet<string> = new Set(
  RUNBOOK_SECTIONS.filter((spec) => spec.runnable).map((spec) => spec.id),
);

/** Sub-sections that tell something and are no work, wherever they stand. */
const TELLING_IDS: ReadonlySet<string> = new Set(["metadata", "overview", "impact", "escalation", "references"]);

/**
 * Finds the runnable sections of an outline, in the order of the text. A runnable section inside one of the same role is
 * a part of it; one of another role (`Rollback` below `Procedure`) is a procedure of its own and no part of the outer one.
 */
export function findStepSources(outline: Outline, root: Root): StepSource[] {
  return outline.sections.flatMap((section) => {
    const role = section.id;
    if (role === undefined || !RUNNABLE_IDS.has(role) || runnableAncestor(section)?.id === role) return [];
    const parts = section.origin !== "label" ? partsOf(section, role, true) : labelParts(section, outline, root);
    return [{ section, role, parts }];
  });
}

function runnableAncestor(section: Section): Section | undefined {
  const parent = section.parent;
  if (parent === undefined) return undefined;
  return parent.id !== undefined && RUNNABLE_IDS.has(parent.id) ? parent : runnableAncestor(parent);
}

function partsOf(section: Section, role: string, isRoot: boolean): StepPart[] {
  const below = section.children.filter(
    ({ id, origin }) => origin !== "label" && (id === undefined || id === role || !isOwnSection(id)),
  );
  const last = section.ownContent.at(-1);
  const end = last ? rangeOf(last).end : section.heading.end;
  const own: StepPart = {
    title: [{ type: "text", value: section.title }],
    range: { start: section.heading.start, end },
    titleRange: section.heading,
    blocks: section.ownContent,
    isLeaf: below.length === 0,
    isRoot,
  };
  return [own, ...below.flatMap((child) => partsOf(child, role, false))];
}

function isOwnSection(id: string): boolean {
  return RUNNABLE_IDS.has(id) || TELLING_IDS.has(id);
}

/** A label's section reaches from its block to the next heading or to the block of the next label. */
function labelParts(section: Section, outline: Outline, root: Root): StepPart[] {
  const first = section.content[0];
  if (first === undefined) return [];
  const blocks: RootContent[] = [first];
  const at = root.children.indexOf(first);
  if (at >= 0) {
    const labels = new Set(
      outline.sections.flatMap((other) => (other.origin === "label" ? other.content.slice(0, 1) : [])),
    );
    for (const block of root.children.slice(at + 1)) {
      if (block.type === "heading" || labels.has(block)) break;
      blocks.push(block);
    }
  }
  const end = rangeOf(blocks.at(-1) ?? first).end;
  const range = { start: section.heading.start, end };
  const title: PhrasingContent[] = [{ type: "text", value: section.title }];
  // A label in a list item: its block is the item, and the work is what the item holds.
  const inner = first.type === "listItem" ? first.children : blocks;
  return [{ title, range, titleRange: section.heading, blocks: inner, isLeaf: true, isRoot: true }];
}
