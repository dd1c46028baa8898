import { createControlStripper } from "./strip-controls.ts";

/** Below this, a value can't be told from ordinary text: `42` would tear holes into every number of the output. */
export const SHORTEST_SECRET = 4;

/** Lines and encoded pieces shorter than this are not masked on their own: they would hit innocent text. */
const SHORTEST_PART = 8;

/**
 * All spellings under which a secret may appear in output: as it is, line by line (a key printed with indentation), as
 * base64 at each of the three alignments (also inside a longer text, such as `user:password`), URL-encoded, escaped in
 * JSON, and quoted by a shell's trace. Longest first. Values shorter than `SHORTEST_SECRET` have none.
 */
export function secretForms(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const forms = new Set<string>();
  for (const value of [secret, secret.trim(), stripped(secret)]) {
    if (value.length < SHORTEST_SECRET) continue;
    forms.add(value);
    for (const line of value.split("\n")) if (line.trim().length >= SHORTEST_PART) forms.add(line.trim());
    for (const form of [...base64Forms(value), ...urlForms(value), ...quotedForms(value)]) forms.add(form);
  }
  return [...forms].sort((a, b) => b.length - a.length);
}

function stripped(text: string): string {
  return createControlStripper()(text);
}

/** The middle of a base64 text depends on where its first byte falls; the characters shared with neighbours are cut off. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value, "utf8");
  const forms: string[] = [];
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const skip = shift === 0 ? 0 : shift + 1;
    const rest = (bytes.length + shift) % 3;
    const inner = encoded.slice(skip, rest === 0 ? undefined : -1);
    if (inner.length < Math.min(SHORTEST_PART, bytes.length)) continue;
    forms.push(inner, inner.replaceAll("+", "-").replaceAll("/", "_"));
  }
  return forms;
}

function urlForms(value: string): string[] {
  const encoded = new URLSearchParams([["", value]]).toString().slice(1);
  const component = isWellFormed(value) ? encodeURIComponent(value) : encoded;
  const lower = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
  return [encoded, component, lower(encoded), lower(component), encoded.replaceAll("+", "%20")];
}

function quotedForms(value: string): string[] {
  return [
    JSON.stringify(value).slice(1, -1),
    value.replaceAll("'", "'\\''"),
    value.replace(/[^\w@%+=:,./-]/g, "\\$&"),
    value.replaceAll("\n", "\\n"),
  ];
}

function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}
