import type { StepCommand } from "../../model/procedure.ts";
import type { TextEdit } from "../rule.ts";

/**
 * The edit that adds an attribute to a command's fence, in the form that its attributes have; undefined where they are
 * broken. `value` is a plain word. An attribute of that key must not be there.
 */
export function addAttribute(
  { attributes, block }: StepCommand,
  key: string,
  value: string,
  text: string,
): TextEdit | undefined {
  if (attributes.problems.length > 0) return undefined;
  const { range } = attributes;
  if (range === undefined) {
    const { end } = block.infoRange;
    return { range: { start: end, end }, newText: ` {${key}=${value}}` };
  }
  const source = text.slice(range.start, range.end);
  const before = source.slice(0, -1).trimEnd();
  const at = range.start + before.length;
  const place = { start: at, end: at };
  if (/^\{\s*"/.test(source)) return { range: place, newText: `,"${key}":"${value}"` };
  if (/^\{\s*[\w.-]+\s*:\s/.test(source)) return { range: place, newText: `, ${key}: ${value}` };
  return { range: place, newText: `${before === "{" ? "" : " "}${key}=${value}` };
}
