import type { Outline, Section } from "./outline.ts";
import type { HasWork } from "./step-headings.ts";
import { partsOf, type StepSource } from "./step-source.ts";

/** Headings of lists that say what is so, not what to do. */
const TELLING_TITLE =
  /\b(?:contents|causes?|change ?log|history|examples?|requirements|architecture|components|principles|rules|roles|objectives?|metrics|alerts?)\b/i;

/**
 * Finds the work of a runbook where no section's name says where it is: each section of a name that we don't know, right
 * below the title, with the parts of it that hold something to do. A runbook without sections is its own procedure.
 */
export function findForeignSources(outline: Outline, hasWork: HasWork): StepSource[] {
  const { title } = outline;
  const headings = outline.sections.filter(({ origin }) => origin !== "label");
  const top = headings.filter(
    (section) => section !== title && (section.parent === undefined || section.parent === title),
  );
  const sources = top.flatMap((section) => (section.id === undefined ? sourceOf(section, hasWork) : []));
  if (sources.length > 0 || title === undefined) return sources;
  const own: Section = { ...title, content: title.ownContent, children: [] };
  return sourceOf(own, hasWork).map((source) => ({ ...source, section: title }));
}

function sourceOf(section: Section, hasWork: HasWork): StepSource[] {
  if (TELLING_TITLE.test(section.title)) return [];
  const parts = partsOf(section, "mitigation", true, { steps: new Set(), taken: new Set() }).filter(
    ({ blocks, title }) =>
      hasWork(blocks) && !TELLING_TITLE.test(title?.map((node) => ("value" in node ? node.value : "")).join("") ?? ""),
  );
  return parts.length === 0 ? [] : [{ section, role: "mitigation", parts }];
}
