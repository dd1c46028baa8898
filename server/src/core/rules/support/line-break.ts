/** The line break that a text uses: that of its first line, LF for a text of one line. */
export function lineBreakOf(text: string): "\n" | "\r\n" {
  return /\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n";
}

/** Brings a snippet, written with LF, to the line breaks of the text that it goes into. */
export function withLineBreaksOf(text: string, snippet: string): string {
  return lineBreakOf(text) === "\n" ? snippet : snippet.replaceAll("\n", "\r\n");
}
