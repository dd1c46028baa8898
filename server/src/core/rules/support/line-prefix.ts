/**
 * What a new line needs in front to stand in the same containers as the block that begins at `offset`: the blanks and
 * quote marks before it, with list markers as blanks. Undefined where something else stands before it on its line.
 */
export function linePrefix(text: string, offset: number): string | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(lineStart, offset).replace(/^\uFEFF/, "");
  if (!/^(?:[\s>]|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)*$/.test(before)) return undefined;
  return before.replace(/[^\s>]/g, " ");
}
