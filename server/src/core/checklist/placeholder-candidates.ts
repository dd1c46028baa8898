import { inputName } from "../model/input-name.ts";
import type { Range } from "../syntax/range.ts";

/** A text that stands for a value: found by its look, before its place in the script is judged. */
export interface PlaceholderCandidate {
  /** As written: `<pod-name>`, `{{ pod }}`, `YOUR_TOKEN`. */
  readonly label: string;
  /** The environment variable that will carry it. */
  readonly name: string;
  readonly form: "angle" | "mustache" | "your";
  /** Whether it may be meant as text where it is quoted: markup (`<b>`, `<x>…</x>`), addresses, printed values (`<none>`). */
  readonly maybeText: boolean;
  /** Place in the script. */
  readonly range: Range;
}

/**
 * `<…>` on one line, without what only redirections, comparisons or markup have: it begins with a letter or digit right
 * behind the `<`, ends right before the `>`, and holds no quote (but the one of `pod's`), `=`, `;`, `&`, `$`, `(` or
 * second angle.
 */
const ANGLE = /<([\p{L}\p{N}_](?:[^<>=;&$(){}`"'\\\n]|(?<=\p{L})'(?=\p{L})){0,79})>/gu;
const MUSTACHE = /\{\{[ \t]*([A-Za-z_][\w-]*(?:\.[\w-]+)*)[ \t]*\}\}/g;
const YOUR = /(?<![\w$<{./-])YOUR[_-][A-Z0-9]+(?:[_-][A-Z0-9]+)*(?![\w=])/g;

/** Words of Go templates, Helm and Jinja that look like a name. */
const TEMPLATE_WORDS = new Set(["end", "else", "range", "with", "if", "define", "block", "break", "continue", "item"]);

/** Where the author of a transcript left lines out: `<snip>`. */
const LEFT_OUT = /^(?:snip(?:ped)?|truncated|omitted)$/i;

/** Empty values as kubectl and Go print them: in quotes they are searched for, not filled in. */
const PRINTED = new Set(["none", "nil", "null", "unknown", "pending", "no value", "invalid", "unset", "undefined"]);

const HTML_TAGS =
  /^(?:a|b|i|p|u|br|hr|em|tt|h[1-6]|li|ol|ul|td|th|tr|dl|dd|dt|div|img|pre|sub|sup|svg|body|code|form|head|html|link|meta|span|style|table|tbody|thead|title|strong|script|button|iframe|small|center|font|input|details|summary)(?:\s*\/)?$/i;

/** Finds what looks like a placeholder, in the order of the text. Comments and quotes are not yet told apart. */
export function placeholderCandidates(script: string): PlaceholderCandidate[] {
  const found = [...angles(script), ...mustaches(script)];
  for (const match of script.matchAll(YOUR)) {
    if (!found.some(({ range }) => range.start <= match.index && match.index < range.end))
      found.push(candidate(match, "your"));
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

function angles(script: string): PlaceholderCandidate[] {
  return [...script.matchAll(ANGLE)].flatMap((match) => {
    const content = match[1] ?? "";
    if (!isAnglePlaceholder(content, script, match.index) || LEFT_OUT.test(content)) return [];
    const maybeText = PRINTED.has(content.toLowerCase()) || isMarkup(content, script) || isAddress(content);
    return [candidate(match, "angle", maybeText)];
  });
}

function isAnglePlaceholder(content: string, script: string, start: number): boolean {
  const before = script.slice(Math.max(0, start - 12), start);
  // `<<EOF>`: here-documents; `(?<name>…)`, `(?P<name>…)`: groups of regular expressions; `#include <x>`.
  if (before.endsWith("<") || /\(\?P?$/.test(before) || /#\s*include\s+$/.test(before)) return false;
  // `sort <in >out`, `cmd <in 2>&1`: two redirections.
  if (/\s$/.test(content) || /\s\d$/.test(content)) return false;
  // `sort <in -o x>y`, `<in | grep x>out`: words of a command. `<a|b>` names two choices.
  if (/\s-/.test(content) || /\s\||\|\s/.test(content)) return false;
  // `a <1>b`
  return /[\p{L}_]/u.test(content);
}

/** `Kim <kim@example.org>`, `<https://…>`: in quotes meant as they stand; out of quotes a shell would redirect. */
function isAddress(content: string): boolean {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(content) || content.includes("://");
}

function isMarkup(content: string, script: string): boolean {
  if (HTML_TAGS.test(content) || content.endsWith("/")) return true;
  const tag = /^[\w:.-]+/.exec(content)?.[0] ?? content;
  return script.includes(`</${tag}>`);
}

function mustaches(script: string): PlaceholderCandidate[] {
  // A text with `{{ .Name }}`, `{{ range … }}` or `{% … %}` is a template for another program.
  if (/\{\{-?\s*(?:[.$]|range\b|if\b|with\b|end\b|json\b|printf?\b|index\b)|\{%/.test(script)) return [];
  return [...script.matchAll(MUSTACHE)].flatMap((match) =>
    TEMPLATE_WORDS.has(match[1] ?? "") ? [] : [candidate(match, "mustache")],
  );
}

function candidate(
  match: RegExpExecArray,
  form: PlaceholderCandidate["form"],
  maybeText = false,
): PlaceholderCandidate {
  const label = match[0];
  return {
    label,
    name: inputName(label),
    form,
    maybeText,
    range: { start: match.index, end: match.index + label.length },
  };
}
