/** A command's text and where its lines come from. */
export interface ScriptText {
  /** Lines joined by `\n`, whatever the document's line breaks are. */
  readonly script: string;
  /** For each line of the script: the number of its line in the block, and how many units were cut off its front. */
  readonly lines: readonly { readonly index: number; readonly cut: number }[];
}

/** `$ `, `user@host:~$ `, `[root@host ~]# `, `sh-5.1$ `, `(venv) $ `; a bare `# ` is a comment as often as a prompt. */
const SHELL_PROMPT =
  /^\s*(?:\([\w.-]+\)\s*)?(?:\$>?|(?:[\w.-]+@[\w.-]+(?:[: ][^\s$#%]*)?|\[[\w.-]+@[^\]\n]*\]|(?:ba|z|k)?sh-[\d.]+)\s?[$#%])(?:[ \t]+|$)/;
const POWERSHELL_PROMPT = /^\s*PS(?: [^>\n]*)?>(?:[ \t]+|$)/;
const CMD_PROMPT = /^\s*[A-Za-z]:\\[^>\n]*>\s*/;
const PYTHON_PROMPT = /^>>>(?: |$)/;
const NODE_PROMPT = /^> /;

/** Lines of one command at a prompt; what goes on longer is output behind a stray quote. */
const LONGEST_COMMAND = 200;

/** The prompt of a language. */
function promptOf(interpreter: string): RegExp {
  if (interpreter === "powershell") return POWERSHELL_PROMPT;
  if (interpreter === "cmd") return CMD_PROMPT;
  if (interpreter === "python") return PYTHON_PROMPT;
  return interpreter === "node" ? NODE_PROMPT : SHELL_PROMPT;
}

/** Whether a block's first line that is neither blank nor a comment begins with a prompt: it is then a transcript. */
export function startsWithPrompt(lines: readonly string[], interpreter: string): boolean {
  const first = lines.find((line) => line.trim() !== "" && !/^\s*#/.test(line));
  return first !== undefined && promptOf(interpreter).test(first);
}

/** The text of a block without prompts: every line is script. */
export function plainScript(lines: readonly string[]): ScriptText {
  return { script: lines.join("\n"), lines: lines.map((_, index) => ({ index, cut: 0 })) };
}

/**
 * Takes the commands out of a transcript: lines behind a prompt, and the lines that continue them (after a backslash, an
 * open quote, here-document or loop; a `> ` prompt is then cut off). All other lines are output and left out.
 */
export function readTranscript(lines: readonly string[], interpreter: string): ScriptText {
  const prompt = promptOf(interpreter);
  const script: string[] = [];
  const origins: { index: number; cut: number }[] = [];
  let open: string | undefined;
  let waiting = 0;
  for (const [index, line] of lines.entries()) {
    let cut = 0;
    waiting = open === undefined ? 0 : waiting + 1;
    // A new prompt, or very many lines, say that a quote which seems open is an apostrophe.
    if (open !== undefined && (waiting > LONGEST_COMMAND || prompt.test(line))) open = undefined;
    if (open === undefined) {
      const match = prompt.exec(line);
      if (match === null) continue;
      cut = match[0].length;
    } else if (interpreter === "python") {
      cut = /^\.\.\.(?: |$)/.exec(line)?.[0].length ?? 0;
      if (cut === 0) {
        open = undefined;
        continue;
      }
    } else cut = /^\s*>(?: |$)/.exec(line)?.[0].length ?? 0;
    const text = line.slice(cut);
    script.push(text);
    origins.push({ index, cut });
    const command: string = open === undefined ? text : `${open}\n${text}`;
    open = interpreter === "python" || isIncomplete(command) ? command : undefined;
  }
  return { script: script.join("\n"), lines: origins };
}

const OPENERS = /(?:^|[;&|\n]\s*|\b(?:do|then|else)\s+)(for|while|until|select|if|case)\b/g;
const CLOSERS = /(?:^|[;&|\n]\s*)(done|fi|esac)\b/g;

/** Whether a shell would ask for another line. Near enough for what people paste; a wrong answer only loses output lines. */
function isIncomplete(command: string): boolean {
  // With a blank behind it the backslash continues nothing, but whoever wrote it meant the next line to go on.
  if (/(?:^|[^\\])(?:\\\\)*\\[ \t]*$/.test(command) || /(?:\||&&|\{)\s*$/.test(command)) return true;
  if (hasOpenHereDocument(command) || hasOpenQuote(command)) return true;
  return (command.match(OPENERS)?.length ?? 0) > (command.match(CLOSERS)?.length ?? 0);
}

function hasOpenHereDocument(command: string): boolean {
  const rest = command.split("\n");
  for (let index = 0; index < rest.length; index++) {
    for (const match of (rest[index] ?? "").matchAll(/(?<!<)<<(-?)\s*(["']?)([A-Za-z_]\w*)\2/g)) {
      const end = rest.findIndex(
        (line, at) => at > index && (match[1] === "-" ? line.replace(/^\t+/, "") : line) === match[3],
      );
      if (end < 0) return true;
      index = end;
    }
  }
  return false;
}

function hasOpenQuote(command: string): boolean {
  let quote = "";
  for (let index = 0; index < command.length; index++) {
    const unit = command.charAt(index);
    if (unit === "\\" && quote !== "'") index++;
    else if (quote !== "") quote = unit === quote ? "" : quote;
    else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === "#" && (index === 0 || /\s/.test(command.charAt(index - 1)))) {
      const end = command.indexOf("\n", index);
      if (end < 0) return false;
      index = end;
    }
  }
  return quote !== "";
}
