import type { Syntax } from "../syntax/parse.ts";
import type { Outline } from "./outline.ts";
import type { MetadataField, PostmortemModel } from "./postmortem.ts";

/** Reads what a postmortem says. */
export function readPostmortem(
  _syntax: Syntax,
  _outline: Outline,
  _metadata: readonly MetadataField[],
  _path: string,
): PostmortemModel {
  return { timeline: undefined, impact: [], causes: [], restoration: [], actions: [], actionSections: [] };
}
