/** Which of a command's words, and whether its standard input, are read as code when it runs. */
export interface EvaluatedParts {
  /** Indexes of words; a value in one of them would be code. */
  readonly words: readonly number[];
  readonly input: boolean;
  /** Index of a word that is a script for a shell with the same environment, and of the first of its arguments. */
  readonly script?: number;
}

const NONE: EvaluatedParts = { words: [], input: false };

const SHELL = /^(?:ba|z|da|k|mk|a|c|tc|fi|rba|pdk|ya)?sh$/;
/** Interpreters, without the version in their name, and the flags behind which a program stands. */
const PROGRAM: ReadonlyMap<string, RegExp> = new Map([
  ["python", /^-[A-Za-z]*c$/],
  ["pypy", /^-[A-Za-z]*c$/],
  ["perl", /^-[A-Za-z0-9]*[eE]$/],
  ["ruby", /^-[A-Za-z]*e$/],
  ["node", /^(?:-[ep]+|--eval|--print)$/],
  ["nodejs", /^(?:-[ep]+|--eval|--print)$/],
  ["bun", /^(?:-[ep]+|--eval|--print)$/],
  ["deno", /^(?:eval|-[ep]+)$/],
  ["php", /^-[rBRE]$/],
  ["lua", /^-e$/],
  ["Rscript", /^-e$/],
  ["osascript", /^-e$/],
  ["groovy", /^-e$/],
  ["tclsh", /^$/],
  ["expect", /^-c$/],
  ["pwsh", /^-(?:c|command|e|ec|encodedcommand)$/i],
  ["powershell", /^-(?:c|command|e|ec|encodedcommand)$/i],
]);
/** Programs that read commands, among them such as start a shell, from their input. */
const READS_COMMANDS =
  /^(?:psql|mysql|mariadb|sqlite3?|sqlplus|mongo|mongosh|redis-cli|cqlsh|ed|ex|vi|vim|nvim|gdb|lldb|m4|dc|bc|at|batch|crontab|ftp|sftp|lftp|irb|pry|ghci|rails|gnuplot|octave|julia|clojure|jshell)$/;
/** Builtins and programs that read all of their words as code. */
const READS_WORDS = /^(?:eval|trap|alias|let|compgen|complete|bind|watch|parallel|coproc|exec_on_all)$/;
/** Other programs' flags whose value is code, alone (`-c CODE`) or joined to it (`--command=CODE`). */
const FLAGS: ReadonlyMap<string, RegExp> = new Map([
  ["script", /^(?:-[A-Za-z]*c|--command(?:=|$))/],
  ["flock", /^(?:-[A-Za-z]*c|--command(?:=|$))/],
  ["su", /^(?:-[A-Za-z]*c|--(?:session-)?command(?:=|$))/],
  ["runuser", /^(?:-[A-Za-z]*c|--(?:session-)?command(?:=|$))/],
  ["vagrant", /^(?:-c|--command(?:=|$))/],
  ["gcloud", /^--command(?:=|$)/],
  ["ansible", /^(?:-a|--args(?:=|$))/],
  ["env", /^(?:-[A-Za-z]*S|--split-string(?:=|$))/],
  ["git", /^(?:-c|--config-env|--exec|--upload-pack|--receive-pack|-x$)/],
  [
    "tar",
    /^(?:--checkpoint-action|--to-command|--use-compress-program|-I|--rsh-command|--rmt-command|--(?:info|new-volume)-script|-F)/,
  ],
  ["rsync", /^(?:-[A-Za-z]*e$|--rsh)/],
  ["scp", /^-[oS]/],
  ["sftp", /^-[oS]/],
  ["gdb", /^--?(?:ex|iex|eval-command|init-eval-command)(?:=|$)/],
  ["lldb", /^(?:-[oO]|--one-line)/],
  ["vi", /^(?:-c|--cmd|\+)/],
  ["vim", /^(?:-c|--cmd|\+)/],
  ["nvim", /^(?:-c|--cmd|\+)/],
  ["ex", /^(?:-c|--cmd|\+)/],
  ["emacs", /^--?eval(?:=|$)/],
  ["dc", /^(?:-e|--expression)/],
  ["make", /^--eval/],
  ["gmake", /^--eval/],
  ["mysql", /^(?:-e|--execute|--init-command)/],
  ["mariadb", /^(?:-e|--execute|--init-command)/],
  ["mapfile", /^-C/],
  ["readarray", /^-C/],
  ["zip", /^-TT/],
  ["sort", /^--compress-program/],
  ["split", /^--filter/],
  ["xterm", /^-e/],
  ["ip", /^exec$/],
]);

/** A program's name as the tables have it: `/usr/bin/python3.11` → `python`. */
export function evaluatorName(word: string): string {
  const name = (word.split("/").at(-1) ?? "").replace(/\.exe$/i, "");
  const plain = name.replace(/(?<=[a-z])[\d.]+$/i, "");
  return PROGRAM.has(plain) ? plain : name;
}

/** Whether a program is a shell or an interpreter, to which what is piped into it is a script. */
function isInterpreter(word: string): boolean {
  const name = evaluatorName(word);
  return SHELL.test(name) || PROGRAM.has(name);
}

/** Tells what a command reads as code. `words[0]` is the program; expansions stay as written (`${X}`). */
export function evaluatedParts(words: readonly string[]): EvaluatedParts {
  const name = evaluatorName(words[0] ?? "");
  const all = words.map((_, index) => index).slice(1);
  if (SHELL.test(name)) return ofShell(words);
  const flag = PROGRAM.get(name);
  if (flag) return ofProgram(words, flag);
  if (name === "eval" || name === "trap") return { words: all, input: false, script: 1 };
  if (READS_WORDS.test(name)) return { words: all, input: false };
  if (name === "ssh") return ofSsh(words);
  if (/^g?sed$/.test(name)) return ofSed(words);
  if (/^[gmn]?awk$/.test(name)) return ofAwk(words);
  if (name === "knife" && words[1] === "ssh") return { words: all.slice(-1), input: false };
  if (name === "source" || name === ".")
    return { words: [], input: words.some((word) => /^\/dev\/(?:stdin|fd)/.test(word)) };
  if (/^g?make$/.test(name)) return { ...ofFlags(words, name), input: words.some((word) => /^-f/.test(word)) };
  if (name === "xargs") return { words: [], input: words.slice(1).some(isInterpreter) };
  const input = READS_COMMANDS.test(name);
  // `psql -c '\! command'`: a backslash or dot command may only begin the text.
  const leading = /^(?:psql|sqlite3?)$/.test(name) ? all.filter((index) => /^\s*[\\.]/.test(words[index] ?? "")) : [];
  return { words: [...ofFlags(words, name).words, ...leading], input };
}

function ofShell(words: readonly string[]): EvaluatedParts {
  let hasScript = false;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? "";
    if (/^-[A-Za-z]*c/.test(word)) hasScript = true;
    else if (/^[-+]/.test(word)) {
      if (/^[-+][oO]$|^--(?:rcfile|init-file)$/.test(word)) at++;
    } else if (hasScript) return { words: words.map((_, index) => index).slice(1, at + 1), input: false, script: at };
    else
      return {
        words: [],
        input: /^\/dev\/(?:stdin|fd)/.test(word) || words.slice(1, at).some((flag) => /^-\w*s/.test(flag)),
      };
  }
  return { ...NONE, input: !hasScript };
}

function ofProgram(words: readonly string[], flag: RegExp): EvaluatedParts {
  const code: number[] = [];
  let operand: string | undefined;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? "";
    if (operand !== undefined && operand !== "-") break;
    if (flag.test(word)) code.push(at, ++at);
    // `--eval=CODE`, `-eCODE`
    else if (word.startsWith("-") && word !== "-") code.push(at);
    else operand ??= word;
  }
  const hasCode = code.some((index) => flag.test(words[index] ?? ""));
  return { words: code, input: !hasCode && (operand === undefined || operand === "-" || operand.startsWith("/dev/")) };
}

function ofFlags(words: readonly string[], name: string): EvaluatedParts {
  const flag = FLAGS.get(name);
  if (!flag) return NONE;
  return {
    words: words.flatMap((word, index) => (index > 0 && flag.test(word) ? [index, index + 1] : [])),
    input: false,
  };
}

const SSH_VALUE_FLAG = /^-[bcDEeFIiJLlmOpQRSWw]$/;

function ofSsh(words: readonly string[]): EvaluatedParts {
  const code: number[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? "";
    if (/^-o/.test(word)) code.push(at, ...(word === "-o" ? [++at] : []));
    else if (SSH_VALUE_FLAG.test(word)) at++;
    else if (!word.startsWith("-")) {
      const remote = words.map((_, index) => index).slice(at + 1);
      return {
        words: [...code, ...remote],
        input:
          remote.length === 0 ||
          words
            .slice(at + 1)
            .join(" ")
            .split(/\s+/)
            .some(isInterpreter),
      };
    }
  }
  return { words: code, input: false };
}

function ofSed(words: readonly string[]): EvaluatedParts {
  const code = words.flatMap((word, index) => {
    if (index === 0) return [];
    if (/^(?:-[A-Za-z]*e|--expression)$/.test(word)) return [index + 1];
    return /^(?:-[A-Za-z]*e|--expression=)/.test(word) ? [index] : [];
  });
  if (code.length > 0 || words.some((word) => /^(?:-[A-Za-z]*f$|--file)/.test(word)))
    return { words: code, input: false };
  const first = words.findIndex((word, index) => index > 0 && word !== "" && !word.startsWith("-"));
  return first < 0 ? NONE : { words: [first], input: false };
}

function ofAwk(words: readonly string[]): EvaluatedParts {
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? "";
    if (/^(?:-e|--source)/.test(word)) return { words: [at, at + 1], input: false };
    if (/^-[vFf]$/.test(word)) at++;
    else if (!word.startsWith("-")) return { words: [at], input: false };
  }
  return NONE;
}
