/** A terminal's string sequence (title, clipboard, hyperlink) longer than this is given up, so that it can't hide the rest. */
const LONGEST_STRING = 8192;

/** Control characters (C0, DEL, C1) but tab and line feed, and the controls that turn the direction of text. */
const SPECIAL = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

type State = "text" | "escape" | "control" | "string" | "string-escape";

/**
 * Makes a filter that takes text chunk by chunk and drops what would act on a terminal or turn text around: escape
 * sequences (colours, cursor, title, clipboard, hyperlinks; 7-bit and C1), other control characters, bidi controls. Line
 * feeds and tabs stay; CR LF and a lone CR become a line feed, so that no line overwrites another. Sequences cut by a
 * chunk's end are followed into the next.
 */
export function createControlStripper(): (chunk: string) => string {
  let state: State = "text";
  let afterReturn = false;
  let stringLength = 0;

  const startString = (): State => {
    stringLength = 0;
    return "string";
  };

  const text = (char: string): string => {
    const code = char.charCodeAt(0);
    if (char === "\n") {
      const joined = afterReturn;
      afterReturn = false;
      return joined ? "" : "\n";
    }
    if (char === "\r") {
      const repeated = afterReturn;
      afterReturn = true;
      return repeated ? "" : "\n";
    }
    afterReturn = false;
    if (char === "\t") return char;
    if (code === 0x1b) state = "escape";
    else if (code === 0x9b) state = "control";
    else if (code === 0x90 || code === 0x98 || (code >= 0x9d && code <= 0x9f)) state = startString();
    else if (!SPECIAL.test(char)) return char;
    return "";
  };

  const next = (char: string): string => {
    const code = char.charCodeAt(0);
    switch (state) {
      case "text":
        return text(char);
      case "escape":
        if (char === "[") state = "control";
        else if (/[\]PX^_]/.test(char)) state = startString();
        else if (code < 0x20 || code > 0x2f) state = "text";
        return char === "\n" ? "\n" : "";
      case "control":
        // A parameter or intermediate byte goes on; a final byte ends; anything else was no sequence.
        if (code >= 0x20 && code <= 0x3f) return "";
        state = "text";
        return code >= 0x40 && code <= 0x7e ? "" : text(char);
      case "string":
        stringLength++;
        if (char === "\u0007" || char === "\u009c" || char === "\u0018" || char === "\u001a") state = "text";
        else if (code === 0x1b) state = "string-escape";
        else if (char === "\n" || char === "\r" || stringLength > LONGEST_STRING) {
          state = "text";
          return text(char);
        }
        return "";
      case "string-escape":
        state = "text";
        return char === "\\" ? "" : text(char);
    }
  };

  return (chunk) => {
    if (state === "text" && !afterReturn && !SPECIAL.test(chunk)) return chunk;
    let result = "";
    for (let index = 0; index < chunk.length; index++) result += next(chunk.charAt(index));
    return result;
  };
}
