import type { IncidentDocument } from "../../core/model/document.ts";
import { sectionCatalogue } from "../../core/rules/support/missing-sections.ts";
import { type Range, touches } from "../../core/syntax/range.ts";

/** A hover before it is put into the protocol's form. */
export interface HoverText {
  readonly range: Range;
  readonly markdown: string;
}

/** On the heading or label of a canonical section: what belongs there, and what a good one says. */
export function sectionHover(document: IncidentDocument, offset: number): HoverText | undefined {
  if (document.kind === "other") return undefined;
  const section = document.outline.sections.find(({ id, heading }) => id !== undefined && touches(heading, offset));
  const spec = sectionCatalogue(document).find(({ id }) => id === section?.id);
  if (section === undefined || spec === undefined) return undefined;
  const markdown = `**${spec.title}** · ${spec.level} section\n\n${spec.purpose}\n\n**A good one:** ${spec.good}`;
  return { range: section.heading, markdown };
}

/** On the title: what the file is taken for, and why. */
export function titleHover({ outline, kind, detected }: IncidentDocument, offset: number): HoverText | undefined {
  if (kind === "other" || outline.title === undefined || !touches(outline.title.heading, offset)) return undefined;
  const template = detected.isTemplate ? " It is a template: its placeholders are no findings." : "";
  const change = "`kind: none` in the front matter keeps it from being checked.";
  const markdown = `Checked as a **${kind}**, because of its ${detected.evidence}.${template} ${change}`;
  return { range: outline.title.heading, markdown };
}
