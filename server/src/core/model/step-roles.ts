import { RUNBOOK_SECTIONS } from "../schema/runbook-sections.ts";
import type { Section } from "./outline.ts";

const RUNNABLE_IDS: ReadonlySet<string> = new Set(
  RUNBOOK_SECTIONS.filter((spec) => spec.runnable).map((spec) => spec.id),
);

/** Sub-sections that tell something and are no work, wherever they stand. */
const TELLING_IDS: ReadonlySet<string> = new Set(["metadata", "overview", "impact", "escalation", "references"]);

/** Whether a section of this id holds steps. */
export function isRunnableId(id: string | undefined): boolean {
  return id !== undefined && RUNNABLE_IDS.has(id);
}

/** Whether a section of this id only tells something. */
export function isTellingId(id: string | undefined): boolean {
  return id !== undefined && TELLING_IDS.has(id);
}

/** The nearest section around `section` that has a canonical id. */
export function canonicalAncestor(section: Section): Section | undefined {
  const parent = section.parent;
  return parent === undefined || parent.id !== undefined ? parent : canonicalAncestor(parent);
}

/** The nearest runnable section around `section`. */
export function runnableAncestor(section: Section): Section | undefined {
  const parent = section.parent;
  return parent === undefined || isRunnableId(parent.id) ? parent : runnableAncestor(parent);
}
