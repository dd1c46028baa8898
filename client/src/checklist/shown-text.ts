// Bidirectional controls, zero-width characters, other invisible ones: what makes a text look like another.
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
// Control characters except tab and line feed.
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** Makes hidden characters visible: a right-to-left override becomes `⟨U+202E⟩`. Line breaks become `\n`. */
export function revealHidden(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN, codePoint).replace(CONTROL, codePoint);
}

/**
 * A text from a document, as one line that is safe in messages, pickers and the status bar: there VS Code makes
 * links of `[text](command:…)` and icons of `$(name)`, and a runbook's title must be able to do neither.
 */
export function oneLine(text: string): string {
  const line = revealHidden(text).replace(/\s+/g, " ").trim();
  return line.replace(/\]\(/g, "] (").replace(/\$\(/g, "$ (");
}

/** Shortens to at most `length` characters, with an ellipsis in the place of what is gone. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

function codePoint(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
