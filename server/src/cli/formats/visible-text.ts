import stringWidth from "fast-string-width";

const TAB_STOP = 4;

/**
 * Text as it may go to a terminal: control characters become their pictures and invisible or direction-changing ones
 * become `<U+202E>`, so that no document can move the cursor, hide text, or reverse what is shown.
 */
export function visibleText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return "\u2421";
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** Controls, line and paragraph separators, and all format characters but the two joiners that emoji and scripts need. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

/** One line of source as it is shown: tabs go to the next stop of four columns, the rest as `visibleText`. */
export function visibleLine(line: string): string {
  if (!line.includes("\t")) return visibleText(line);
  let shown = "";
  for (const [index, part] of line.split("\t").entries()) {
    if (index > 0) shown += " ".repeat(TAB_STOP - (columnsOf(shown) % TAB_STOP));
    shown += visibleText(part);
  }
  return shown;
}

/** Columns that already visible text takes: wide characters two, combining ones none. */
export function columnsOf(shown: string): number {
  return stringWidth(shown);
}
