/**
 * Values that every tool reads alike without quotes (Runme splits the plain form on spaces and stops at the first `}`). One that
 * ends with a comma is not among them: a comma behind a value separates, for readers of the flow form.
 */
const PLAIN = /^[A-Za-z0-9_./:,%@<!=-]*[A-Za-z0-9_./:%@<!=-]$/;
const ESCAPED = /[}{`\u2028\u2029]/g;

/**
 * Writes attributes as a brace group that every tool reads: `{ name=a timeout=5m }` where all values are plain, else JSON
 * with string values. The text never holds a `}` inside, a backtick (which would end the fence) or a line break. No entry
 * gives an empty string.
 */
export function formatAttributes(entries: readonly { readonly key: string; readonly value: string }[]): string {
  if (entries.length === 0) return "";
  if (entries.every(({ key, value }) => PLAIN.test(value) && /^[A-Za-z_][\w.-]*$/.test(key))) {
    return `{ ${entries.map(({ key, value }) => `${key}=${value}`).join(" ")} }`;
  }
  const pairs = entries.map(({ key, value }) => `${quote(key)}:${quote(value)}`);
  return `{${pairs.join(",")}}`;
}

function quote(text: string): string {
  return JSON.stringify(text).replace(ESCAPED, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
