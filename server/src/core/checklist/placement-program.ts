import type { PlaceholderCandidate } from "./placeholder-candidates.ts";
import type { Placement } from "./placeholders.ts";

/** Comments and string literals; what is behind an opening quote without an end is one to the end of its line. */
const PYTHON_TOKEN =
  /#[^\n]*|[A-Za-z]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)/g;
const NODE_TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|`(?:[^`\\]|\\[\s\S])*`?/g;

/** What stands before the name of an environment variable: `os.environ[`, `os.getenv(`, `process.env[`. */
const ENVIRONMENT_ACCESS = /(?:\benviron(?:\[|\.get\()|\bgetenv\(|\bprocess\.env\[)\s*$/;

/**
 * Judges placeholders in Python and Node programs: filled in only where one is a whole string literal, which then becomes
 * `os.environ["NAME"]` or `process.env.NAME`.
 */
export function judgeProgram(
  script: string,
  language: string,
  candidates: readonly PlaceholderCandidate[],
): Placement[] {
  const tokens = [...script.matchAll(language === "python" ? PYTHON_TOKEN : NODE_TOKEN)];
  return candidates.map((candidate): Placement => {
    const { start, end } = candidate.range;
    const token = tokens.find((match) => match.index <= start && end <= match.index + match[0].length);
    const text = token?.[0] ?? "";
    if (candidate.maybeText || (token && /^(?:#|\/\/|\/\*)/.test(text))) return { kind: "leave" };
    const access = language === "python" ? pythonAccess(script, candidate.name) : `process.env.${candidate.name}`;
    const mend = `use \`${access}\` there`;
    if (token === undefined) {
      // `{{a}}` and `a<b>c` are code; only what can't be is a placeholder.
      return candidate.form === "your" ? { kind: "leave" } : refuse("it stands in the code, outside of a text", mend);
    }
    const tokenEnd = token.index + text.length;
    const quote = /["'`]/.exec(text)?.index ?? 0;
    const prefix = text.slice(0, quote).toLowerCase();
    const isWhole = start === token.index + quote + 1 && end === tokenEnd - 1;
    if (!isWhole || prefix.includes("b")) {
      // A format string doubles its braces: `{{pod}}` prints `{pod}`.
      if (candidate.form === "mustache") return { kind: "leave" };
      return refuse("it is a part of a longer text", mend);
    }
    // It already names the variable.
    if (ENVIRONMENT_ACCESS.test(script.slice(Math.max(0, token.index - 24), token.index))) return { kind: "leave" };
    const before = script.slice(0, token.index).trimEnd().at(-1) ?? "";
    const after = script.slice(tokenEnd).trimStart().at(0) ?? "";
    const isKey = language === "node" && after === ":";
    if (/["'`]/.test(before + after) || isKey) return refuse("a value can't be put there", mend);
    return { kind: "rewrite", replacement: access, start: token.index, end: tokenEnd };
  });
}

/** The module must be there: a script that does not import it gets it in the expression. */
function pythonAccess(script: string, name: string): string {
  return /^[ \t]*import\s+(?:[\w.]+\s*,\s*)*os(?:\s*,|\s*$|\s*;)/m.test(script)
    ? `os.environ["${name}"]`
    : `__import__("os").environ["${name}"]`;
}

function refuse(reason: string, mend: string): Placement {
  return { kind: "refuse", reason, mend };
}
