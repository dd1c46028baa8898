/** A pattern of a team, ready to use, or what is wrong with it: a clause that goes behind "…, which". */
export type BoundedPattern = { readonly pattern: RegExp } | { readonly problem: string };

/** What `+`, `*` and `{n,}` repeat at most: longer runs are no ticket. */
const MOST_REPEATS = 32;
/** Ways in which one start of the pattern can be tried before it fails: three unbounded repeats, or many small choices. */
const MOST_WAYS = 100_000;

const TOKEN =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[\s\S]/gu;
const QUANTIFIER = /([*+?]|\{\d+(?:,\d*)?\})\??/uy;

/**
 * Makes a regular expression that cannot run for ages on any text: repeats are bounded, groups may not be repeated, and
 * the number of ways to try the whole is limited. A configuration comes with a repository, and a repository is not trusted.
 */
export function boundPattern(source: string): BoundedPattern {
  const broken = compile(source);
  if ("problem" in broken) return broken;
  let bounded = "";
  let ways = 1;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token !== null; token = TOKEN.exec(source)) {
    const [text] = token;
    bounded += text;
    if (text === "|") ways *= 2;
    QUANTIFIER.lastIndex = TOKEN.lastIndex;
    const quantifier = QUANTIFIER.exec(source);
    if (quantifier === null || text.startsWith("(") || text === "|") continue;
    TOKEN.lastIndex = QUANTIFIER.lastIndex;
    const { least, most } = repeats(quantifier[1] ?? "");
    if (text === ")" && most > 1) {
      return { problem: `repeats a group (\`${quantifier[0]}\` behind \`)\`), which can take very long` };
    }
    ways *= most - least + 1;
    bounded += `{${least},${most}}${quantifier[0].length > 1 && quantifier[0].endsWith("?") ? "?" : ""}`;
  }
  if (ways > MOST_WAYS) return { problem: "has too many repeats and choices, which can take very long" };
  const made = compile(bounded);
  return "pattern" in made && made.pattern.test("") ? { problem: "fits an empty text" } : made;
}

function repeats(quantifier: string): { readonly least: number; readonly most: number } {
  if (quantifier === "?") return { least: 0, most: 1 };
  if (quantifier === "*") return { least: 0, most: MOST_REPEATS };
  if (quantifier === "+") return { least: 1, most: MOST_REPEATS };
  const [least = 0, most] = quantifier.slice(1, -1).split(",");
  const from = Number(least);
  return { least: from, most: most === undefined ? from : most === "" ? Math.max(from, MOST_REPEATS) : Number(most) };
}

/** With Unicode where the source allows it, so that `\p{Lu}` means what it says; else as older patterns are read. */
function compile(source: string): BoundedPattern {
  try {
    return { pattern: new RegExp(source, "u") };
  } catch {
    try {
      return { pattern: new RegExp(source) };
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^.*\/:?[a-z]*:?\s/s, "") : String(error);
      return { problem: `is no regular expression: ${reason}` };
    }
  }
}
