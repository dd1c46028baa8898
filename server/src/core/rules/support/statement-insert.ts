import type { Section } from "../../model/outline.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import type { Fix } from "../rule.ts";
import { withLineBreaksOf } from "./line-break.ts";

/**
 * The fixes (none or one) that append a labelled statement to a section's own text: `**Users affected:** TBD`. The
 * placeholder is there to be filled in, and `unfilled-placeholder` asks for it. None where the section is a label, whose
 * block a paragraph would leave.
 */
export function appendStatement(text: string, section: Section, label: string, value = "TBD"): readonly Fix[] {
  if (section.origin !== "heading") return [];
  const last = section.ownContent.at(-1);
  const at = last === undefined ? section.heading.end : rangeOf(last).end;
  return [
    {
      title: `Insert "${label}: ${value}" into "${section.title}"`,
      safety: "unsafe",
      edits: [{ range: { start: at, end: at }, newText: withLineBreaksOf(text, `\n\n**${label}:** ${value}`) }],
    },
  ];
}
