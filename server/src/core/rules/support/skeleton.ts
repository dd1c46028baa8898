import type { SectionSpec } from "../../schema/section-spec.ts";

const STOP = /\$\{\d+:([^}]*)\}/g;
/** What looks like a fact when it is left standing: an owner, a ticket, a date. */
const FACT = /^(?:@\w+|#\d+|[A-Z]+-\d+|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2})$/;

/**
 * The Markdown below the heading of a section that a fix inserts. What must be written by a person is marked `TODO`, once
 * a line, and an owner, a ticket, a date or a time is `TBD`, so that an inserted example is never taken for a fact:
 * `unfilled-placeholder` then asks for it.
 */
export function sectionSkeleton(spec: SectionSpec): string {
  let inFence = false;
  return spec.skeleton
    .split("\n")
    .map((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) {
        inFence = !inFence;
        return line;
      }
      if (inFence) return line.replace(STOP, "# TODO: $1");
      let first = true;
      return line.replace(STOP, (_match, text: string) => {
        if (FACT.test(text)) return "TBD";
        const mark = first ? "TODO: " : "";
        first = false;
        return `${mark}${text}`;
      });
    })
    .join("\n");
}
