// Bidirectional controls, zero-width characters, other invisible ones: what makes a text look like another.
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
// Control characters except tab and line feed.
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** Makes hidden characters visible: a right-to-left override becomes `⟨U+202E⟩`. Line breaks become `\n`. */
export function revealHidden(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN, codePoint).replace(CONTROL, codePoint);
}

/** A text from a document as one line, hidden characters visible. For titles, prompts and terminals, which are plain text. */
export function oneLine(text: string): string {
  return revealHidden(text).replace(/\s+/g, " ").trim();
}

/**
 * `oneLine` for messages: there VS Code makes links of `[text](command:…)`, and a runbook's title must not be able to
 * offer one.
 */
export function inMessage(text: string): string {
  return oneLine(text).replace(/\]\(/g, "] (");
}

/**
 * `oneLine` for rows of pickers and for the status bar: there VS Code makes an icon of `$(name)`, and would so hide the
 * `$(whoami)` of a command. A backslash before it, which is not shown, keeps the text.
 */
export function inLabel(text: string): string {
  return oneLine(text).replace(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, "\\$&");
}

/** Shortens to at most `length` characters, with an ellipsis in the place of what is gone. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

function codePoint(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
