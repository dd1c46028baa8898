import { readingArguments } from "./reading-arguments.ts";
import type { ShellCommand } from "./shell/shell-command.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const SED = { flags: set("-n -E -r -s -u -z --quiet --silent --regexp-extended"), valueFlags: set("-e --expression") };
const AWK = { flags: new Set<string>(), valueFlags: set("-F -v") };
const FIND = set(
  "-name -iname -path -ipath -type -size -mtime -mmin -atime -amin -ctime -cmin -newer -maxdepth -mindepth -user -group " +
    "-perm -empty -print -print0 -printf -ls -not -o -or -a -and -prune -regex -xdev -mount -follow -L -H -P -links -inum " +
    "-quit -nouser -nogroup",
);

/** Whether a sed command only prints: no `-i`, no `-f`, and of the script only what is known to print or substitute. */
export function isReadingSed({ words }: ShellCommand): boolean {
  const operands = readingArguments(words, SED);
  if (operands === undefined || words.some(({ value }) => /^--expression=|^-[nErsuz]*e./.test(value))) return false;
  const given = words.flatMap((word, index) =>
    /^-[nErsuz]*e$|^--expression$/.test(words[index - 1]?.value ?? "") ? [word] : [],
  );
  const scripts = given.length > 0 ? given : operands.slice(0, 1);
  return scripts.length > 0 && scripts.every((word) => word.literal && printsOnly(word.value));
}

const SED_ADDRESS = String.raw`(?:\d+|\$|/(?:\\.|[^\\/\n])*/)`;
const SED_COMMAND = new RegExp(
  String.raw`\s*(?:${SED_ADDRESS}(?:,${SED_ADDRESS})?\s*!?)?\s*(?:[pdqPDN=]|s([/|#,@:])(?:\\.|(?!\1)[^\\\n])*\1(?:\\.|(?!\1)[^\\\n])*\1[gpiI\d]*)\s*(?:;|\n|$)`,
  "y",
);

function printsOnly(script: string): boolean {
  SED_COMMAND.lastIndex = 0;
  while (SED_COMMAND.lastIndex < script.length) {
    if (!SED_COMMAND.test(script)) return false;
  }
  return true;
}

/** Whether an awk command only prints: its program stands there, starts nothing, and prints into no file. */
export function isReadingAwk({ words }: ShellCommand): boolean {
  const program = readingArguments(words, AWK)?.[0];
  if (program === undefined || !program.literal) return false;
  const text = program.value.replaceAll("||", " ");
  return !/system|getline|[|@]|print[\s\S]*>/.test(text) && words.every((word) => word.splits !== true);
}

/** Whether a find command only looks, but for what its one `-exec` runs, which is judged by itself. */
export function isReadingFind({ words }: ShellCommand): boolean {
  const at = words.findIndex(({ value }) => /^-(?:exec|execdir)$/.test(value));
  const end = at < 0 ? at : words.findIndex(({ value }, index) => index > at && /^(?:\\?;|\+)$/.test(value));
  if (at >= 0 && end < 0) return false;
  const own = at < 0 ? words : [...words.slice(0, at), ...words.slice(end + 1)];
  return own.slice(1).every(({ value, literal, splits }) => {
    if (!literal && (splits === true || /^[$`]/.test(value))) return false;
    return !value.startsWith("-") || FIND.has(value) || /^-\d+[A-Za-z]?$/.test(value);
  });
}
