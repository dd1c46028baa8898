import type { PlaceholderCandidate } from "./placeholder-candidates.ts";
import type { Placement } from "./placeholders.ts";

/** In which quotes a place stands. */
type Quoting = "bare" | "double" | "single" | "here-string" | "comment" | "escaped";

/** Judges placeholders in PowerShell, cmd and fish, whose quotes are read by a small scanner. */
export function judgePlain(script: string, language: string, candidates: readonly PlaceholderCandidate[]): Placement[] {
  const quotingAt = scanQuotes(script, language);
  return candidates.map((candidate) => {
    const { start, end } = candidate.range;
    const quoting = quotingAt(start);
    const isText = candidate.maybeText && (quoting === "single" || quoting === "double" || quoting === "here-string");
    if (quoting === "comment" || (isText && language !== "cmd")) return { kind: "leave" };
    const evaluated = evaluatesPlain(script, start, language, candidate.name);
    if (language === "cmd" && evaluated) return refuse(evaluated.reason, evaluated.mend);
    if (quoting === "single") return refuse("in single quotes nothing is filled in", "use double quotes");
    if (quoting === "here-string") return refuse("it stands in a here-string", "set a variable before it and use that");
    if (quoting === "escaped") return refuse("it stands behind an escape", "put it in a word of its own");
    if (evaluated) return refuse(evaluated.reason, evaluated.mend);
    if (language === "fish") {
      const variable = `"$${candidate.name}"`;
      return { kind: "rewrite", replacement: quoting === "double" ? `"${variable}"` : variable };
    }
    if (quoting === "double") return { kind: "rewrite", replacement: `\${env:${candidate.name}}` };
    const alone = /(?:^|[\s(,=])$/.test(script.slice(0, start)) && /^(?:$|[\s),;|])/.test(script.slice(end));
    if (alone && isCommandPosition(lineBefore(script, start))) {
      return refuse("the value would be the command itself", "write the command");
    }
    return { kind: "rewrite", replacement: alone ? `$env:${candidate.name}` : `"\${env:${candidate.name}}"` };
  });
}

/** Why the value of a variable at this place would be read as script; undefined where it would not. */
export function evaluatesPlain(
  script: string,
  start: number,
  language: string,
  name: string,
): { readonly reason: string; readonly mend: string } | undefined {
  if (language === "cmd") {
    const mend = `run the step with \`powershell\` and \`$env:${name}\``;
    return { reason: "cmd pastes values into the text of the script", mend };
  }
  return evaluates(lineBefore(script, start), language)
    ? { reason: "another interpreter would read the value as script", mend: "call the program directly, without it" }
    : undefined;
}

function refuse(reason: string, mend: string): Placement {
  return { kind: "refuse", reason, mend };
}

function lineBefore(script: string, offset: number): string {
  return script.slice(script.lastIndexOf("\n", offset - 1) + 1, offset);
}

function isCommandPosition(before: string): boolean {
  return /(?:^|[;|&{(])\s*$/.test(before);
}

function evaluates(before: string, language: string): boolean {
  if (language === "fish")
    return /(?:^|[\s;|&(])(?:eval|ssh|(?:ba|z|da)?sh\s+-\w*c|fish\s+-\w*c|su|watch|source)\s/.test(before);
  return /(?:^|[\s;|&({])(?:iex|Invoke-Expression|Invoke-Command|icm|cmd(?:\.exe)?\s+\/c|(?:powershell|pwsh)(?:\.exe)?\s|ssh|bash|sh|\[scriptblock\])/i.test(
    before,
  );
}

/** Answers in which quotes an offset stands. One pass; offsets are asked for in any order. */
function scanQuotes(script: string, language: string): (offset: number) => Quoting {
  const spans: { readonly start: number; readonly end: number; readonly quoting: Quoting }[] = [];
  const escapeUnit = language === "powershell" ? "`" : language === "fish" ? "\\" : "^";
  let at = 0;
  const until = (end: number, quoting: Quoting): void => {
    spans.push({ start: at, end, quoting });
    at = end;
  };
  while (at < script.length) {
    const rest = script.slice(at, at + 2);
    const unit = script.charAt(at);
    if (language === "powershell" && (rest === '@"' || rest === "@'")) {
      until(endOf(script, `\n${rest.charAt(1)}@`, at + 2), "here-string");
    } else if (language === "powershell" && rest === "<#") until(endOf(script, "#>", at + 2), "comment");
    else if (isCommentStart(script, at, language)) until(endOfLine(script, at), "comment");
    else if (unit === escapeUnit) until(at + 2, "escaped");
    else if (unit === '"') until(closingQuote(script, at, language === "cmd" ? "" : escapeUnit), "double");
    else if (unit === "'" && language !== "cmd") {
      until(closingQuote(script, at, language === "fish" ? escapeUnit : ""), "single");
    } else at++;
  }
  return (offset) =>
    spans.find(({ start, end }) => start < offset && offset < end)?.quoting ??
    escapedBefore(script, offset, escapeUnit);
}

function escapedBefore(script: string, offset: number, escapeUnit: string): Quoting {
  return offset > 0 && (script.charAt(offset - 1) === escapeUnit || script.charAt(offset - 1) === "$")
    ? "escaped"
    : "bare";
}

function isCommentStart(script: string, at: number, language: string): boolean {
  const before = script.slice(Math.max(0, at - 40), at);
  if (language === "cmd") return (at === 0 || /\n\s*$/.test(before)) && /^(?:::|rem\b)/i.test(script.slice(at, at + 4));
  return script.charAt(at) === "#" && (at === 0 || /\s/.test(script.charAt(at - 1)));
}

function endOf(script: string, text: string, from: number): number {
  const end = script.indexOf(text, from);
  return end < 0 ? script.length : end + text.length;
}

function endOfLine(script: string, from: number): number {
  const end = script.indexOf("\n", from);
  return end < 0 ? script.length : end;
}

function closingQuote(script: string, from: number, escapeUnit: string): number {
  const quote = script.charAt(from);
  for (let index = from + 1; index < script.length; index++) {
    const unit = script.charAt(index);
    if (escapeUnit !== "" && unit === escapeUnit) index++;
    else if (unit === quote) return index + 1;
  }
  return script.length;
}
