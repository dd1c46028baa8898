/** A character of a command that a word processor put in the place of one that a shell understands. */
export interface SmartCharacter {
  /** Index in the script. */
  readonly start: number;
  readonly end: number;
  /** As a person sees it: "“", "no-break space". */
  readonly label: string;
  /** What was typed, before it was beautified. */
  readonly plain: string;
}

const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F]/;
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B]/;
const DASHES = /[\u2012-\u2015\u2212]/;
const WIDE_SPACES = /[\u00A0\u2007\u202F]/;
const ZERO_WIDTH = /[\u200B\u200C\u2060\uFEFF]/;
const ZERO_WIDTH_LABEL = "a zero-width character";
const HERE_DOCUMENT = /^<<(-?)[ \t]*(["']?)([A-Za-z_]\w*)\2/;

/**
 * Finds typographic quotes, dashes in front of an option, no-break and zero-width spaces where a shell reads syntax: outside
 * of quotes, comments, here-documents and the text of `echo`. Lines that don't look like a command are left alone: they
 * are output that was pasted in.
 */
export function findSmartCharacters(script: string): readonly SmartCharacter[] {
  const found: SmartCharacter[] = [];
  let quote = "";
  let lineStart = 0;
  let heredoc: string | undefined;
  for (let at = 0; at < script.length; at++) {
    const unit = script.charAt(at);
    if (unit === "\n") {
      lineStart = at + 1;
      if (heredoc !== undefined && quote === "") {
        at = endOfHereDocument(script, lineStart, heredoc) - 1;
        heredoc = undefined;
      }
    } else if (quote !== "") {
      if (unit === "\\" && quote === '"') at++;
      else if (unit === quote) quote = "";
    } else if (unit === "\\" && script.charAt(at + 1) !== "\n") at++;
    else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === "#" && (at === lineStart || /\s/.test(script.charAt(at - 1)))) at = endOfLine(script, at) - 1;
    else if (unit === "<" && heredoc === undefined) heredoc = HERE_DOCUMENT.exec(script.slice(at, at + 80))?.[3];
    else {
      const smart = read(script, at);
      if (smart !== undefined && isCommand(script, lineStart, smart.label)) found.push(smart);
    }
  }
  return found;
}

function read(script: string, at: number): SmartCharacter | undefined {
  const unit = script.charAt(at);
  const as = (label: string, plain: string): SmartCharacter => ({ start: at, end: at + 1, label, plain });
  if (DOUBLE_QUOTES.test(unit)) return as(`"${unit}"`, '"');
  if (SINGLE_QUOTES.test(unit)) return as(`"${unit}"`, "'");
  if (WIDE_SPACES.test(unit)) return as("a no-break space", " ");
  if (ZERO_WIDTH.test(unit)) return as(ZERO_WIDTH_LABEL, "");
  if (!DASHES.test(unit) || !/\s/.test(script.charAt(at - 1))) return undefined;
  // One letter was "-e"; a longer word was "--force", of which a word processor makes one dash.
  const option = /^[A-Za-z][\w-]*/.exec(script.slice(at + 1, at + 60))?.[0];
  return option === undefined ? undefined : as(`"${unit}"`, option.length === 1 ? "-" : "--");
}

/** A command begins with a lower-case name, a path, a variable or an assignment; `mkdir: cannot …` is a message. */
function isCommand(script: string, lineStart: number, label: string): boolean {
  // Nobody types one on purpose, and in front of a `#` it makes a command of a comment.
  if (label === ZERO_WIDTH_LABEL) return true;
  const line = script.slice(lineStart, endOfLine(script, lineStart)).trimStart();
  if (/^(?:sudo\s+)?(?:echo|printf)\b/.test(line)) return !label.startsWith('"');
  return /^(?:[A-Za-z_]\w*=\S|[a-z./~$({["'][\w./~${}()"'-]*(?:[\s\u00A0\u200B]|$)|[-|&<>\u2012-\u2015\u2212])/.test(
    line,
  );
}

function endOfLine(script: string, from: number): number {
  const newline = script.indexOf("\n", from);
  return newline < 0 ? script.length : newline;
}

function endOfHereDocument(script: string, from: number, word: string): number {
  let start = from;
  while (start < script.length) {
    const end = endOfLine(script, start);
    if (script.slice(start, end).trim() === word) return end;
    start = end + 1;
  }
  return script.length;
}
