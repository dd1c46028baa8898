import type { Range } from "../syntax/range.ts";
import type { StepCommand } from "./procedure.ts";

/**
 * The place in the document of a part of a command's script. A range over several lines covers what lies between them in
 * the document, container markers and output included. Offsets outside the script are moved to its nearer end.
 */
export function scriptRange(command: Pick<StepCommand, "script" | "lineRanges">, range: Range): Range {
  const start = placeOf(command, range.start);
  return { start, end: Math.max(start, placeOf(command, range.end)) };
}

function placeOf({ script, lineRanges }: Pick<StepCommand, "script" | "lineRanges">, offset: number): number {
  const at = Math.max(0, Math.min(offset, script.length));
  const lineStart = script.lastIndexOf("\n", at - 1) + 1;
  const newline = script.indexOf("\n", at);
  const line = countLineBreaks(script, lineStart);
  const place = lineRanges[Math.min(line, lineRanges.length - 1)];
  if (place === undefined) return 0;
  // Lines agree from their end: a tab that a container eats half of makes the script's line the longer one.
  return Math.max(place.start, place.end - ((newline < 0 ? script.length : newline) - at));
}

function countLineBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
