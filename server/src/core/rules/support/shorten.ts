/** A text on one line, cut behind 60 characters: how a message quotes a document. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const units = [...line];
  return units.length > 60 ? `${units.slice(0, 57).join("").trimEnd()}…` : line;
}
