import type { ListItem, PhrasingContent, Root, RootContent } from "mdast";
import { rangeOf } from "../syntax/nodes.ts";
import type { Range } from "../syntax/range.ts";
import type { Outline, Section } from "./outline.ts";
import { isTaskItem } from "./step-draft.ts";
import { readStepNumber } from "./step-heading.ts";
import { findStepGroups, type HasWork } from "./step-headings.ts";
import { isRunnableId, isTellingId, runnableAncestor } from "./step-roles.ts";

/** One heading of a procedure with the blocks up to the next heading. */
export interface StepPart {
  readonly title: readonly PhrasingContent[] | undefined;
  /** The heading with its own blocks. */
  readonly range: Range;
  readonly titleRange: Range;
  readonly blocks: readonly RootContent[];
  readonly depth: number;
  /** Whether no heading of the procedure lies below it. */
  readonly isLeaf: boolean;
  /** Whether it is the procedure's own heading. */
  readonly isRoot: boolean;
  /** Whether its number makes it a step, whatever stands below: lists and headings there are its sub-steps. */
  readonly isStep: boolean;
}

/** A runnable section and what of it are steps. */
export interface StepSource {
  readonly section: Section;
  readonly role: string;
  readonly parts: readonly StepPart[];
}

/**
 * Finds the runnable sections of an outline, in the order of the text. A runnable section inside one of the same role is
 * a part of it; one of another role (`Rollback` below `Procedure`) is a procedure of its own and no part of the outer one.
 * Numbered headings (`Step 2: …`) are a procedure wherever they stand. `hasWork`: whether blocks hold something to do.
 */
export function findStepSources(outline: Outline, root: Root, hasWork: HasWork): StepSource[] {
  const groups = findStepGroups(outline, hasWork);
  const steps = new Set(groups.flatMap(({ members }) => members));
  const labels = labelSources(outline, root, steps);
  const context = { steps, taken: new Set(labels.flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))) };
  const named = outline.sections.flatMap((section): StepSource[] => {
    const role = section.id;
    if (section.origin === "label" || role === undefined || !isRunnableId(role) || steps.has(section)) return [];
    if (runnableAncestor(section)?.id === role) return [];
    return [{ section, role, parts: partsOf(section, role, true, context) }];
  });
  const numbered = groups.flatMap(({ parent, members, isNamed }): StepSource[] => {
    const section = parent ?? members[0];
    if (isNamed || section === undefined || members.some((member) => isBelow(member, steps))) return [];
    return [
      {
        section,
        role: "mitigation",
        parts: members.flatMap((member) => partsOf(member, "mitigation", false, context)),
      },
    ];
  });
  return [...named.map((source) => withoutCauses(source, hasWork)), ...labels, ...numbered].toSorted(
    (a, b) => startOf(a) - startOf(b),
  );
}

/** "Possible causes" belongs to the diagnosis, but its list says what may be so: only what tells what to do is a step. */
function withoutCauses(source: StepSource, hasWork: HasWork): StepSource {
  if (!/\bcauses?\W*$/i.test(source.section.title)) return source;
  return { ...source, parts: source.parts.filter(({ blocks }) => hasWork(blocks)) };
}

function startOf({ section, parts }: StepSource): number {
  return parts[0]?.range.start ?? section.heading.start;
}

/** Whether one of `steps` lies around a section: what stands there is a part of that step. */
function isBelow(section: Section, steps: ReadonlySet<Section>): boolean {
  const parent = section.parent;
  return parent !== undefined && (steps.has(parent) || isBelow(parent, steps));
}

/** What else is known of a document while the parts of its procedures are made. */
export interface PartContext {
  /** The headings that their numbers make steps. */
  readonly steps: ReadonlySet<Section>;
  /** Blocks below a label that are a procedure of their own. */
  readonly taken: ReadonlySet<RootContent>;
}

/** A heading and those below it, as parts of a procedure of this role. */
export function partsOf(section: Section, role: string, isRoot: boolean, context: PartContext): StepPart[] {
  const { steps, taken } = context;
  const below = section.children.filter((child) => {
    if (child.origin === "label") return false;
    return steps.has(child) || child.id === undefined || child.id === role || !isOwnSection(child.id);
  });
  const last = section.ownContent.at(-1);
  const end = last ? rangeOf(last).end : section.heading.end;
  const isStep = steps.has(section);
  const value = (isStep ? readStepNumber(section.title)?.title : undefined) ?? section.title;
  const own: StepPart = {
    title: [{ type: "text", value }],
    range: { start: section.heading.start, end },
    titleRange: section.heading,
    blocks: section.ownContent.filter((block) => !taken.has(block)),
    depth: section.depth,
    isLeaf: below.length === 0,
    isRoot,
    isStep,
  };
  return [own, ...below.flatMap((child) => partsOf(child, role, false, context))];
}

function isOwnSection(id: string): boolean {
  return isRunnableId(id) || isTellingId(id);
}

function orderedItems(blocks: readonly RootContent[]): ReadonlySet<RootContent> {
  const items = new Set<RootContent>();
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== "list") continue;
      const children: readonly ListItem[] = node.children;
      for (const item of children) {
        if (node.ordered === true) items.add(item);
        visit(item.children);
      }
    }
  };
  visit(blocks);
  return items;
}

/** The runnable labels (`**Mitigation**: …`) that stand in no step. */
function labelSources(outline: Outline, root: Root, steps: ReadonlySet<Section>): StepSource[] {
  const ordered = orderedItems(root.children);
  return outline.sections.flatMap((section): StepSource[] => {
    const role = section.id;
    if (section.origin !== "label" || role === undefined || !isRunnableId(role)) return [];
    const outer = runnableAncestor(section)?.id;
    if (role === outer || (role !== "rollback" && isBelow(section, steps))) return [];
    // An item of a list in order is a step of that list, whatever bold word it begins with.
    const first = section.content[0];
    if (first?.type === "listItem" && (ordered.has(first) || isTaskItem(first))) return [];
    const isAmongSteps = outer !== undefined || isBelow(section, steps);
    return [{ section, role, parts: isAmongSteps ? rollbackParts(section) : labelParts(section, outline, root) }];
  });
}

/** `**Rollback**:` among steps: what goes back ends before the list of steps goes on. */
function rollbackParts(section: Section): StepPart[] {
  const [label, ...behind] = section.content;
  if (label === undefined) return [];
  const blocks: RootContent[] = [label];
  for (const block of behind) {
    const hasWork = blocks.some(({ type }) => type === "code" || type === "list");
    if (block.type === "list" && (hasWork || (block.start ?? 1) > 1)) break;
    blocks.push(block);
  }
  return [labelPart(section, blocks, blocks)];
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
  // A label in a list item: its block is the item, and the work is what the item holds.
  return [labelPart(section, blocks, first.type === "listItem" ? first.children : blocks)];
}

function labelPart(section: Section, owned: readonly RootContent[], blocks: readonly RootContent[]): StepPart {
  const last = owned.at(-1);
  return {
    title: [{ type: "text", value: section.title }],
    range: { start: section.heading.start, end: last === undefined ? section.heading.end : rangeOf(last).end },
    titleRange: section.heading,
    blocks,
    depth: section.depth,
    isLeaf: true,
    isRoot: true,
    isStep: false,
  };
}
