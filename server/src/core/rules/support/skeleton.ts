import type { SectionSpec } from "../../schema/section-spec.ts";

const STOP = /\$\{\d+:([^}]*)\}/g;

/**
 * The Markdown below the heading of a section that a fix inserts. What must be written by a person is marked `TODO`, once
 * a line, so that an inserted example is never taken for a fact: `unfilled-placeholder` then asks for it.
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
        const mark = first ? "TODO: " : "";
        first = false;
        return `${mark}${text}`;
      });
    })
    .join("\n");
}
