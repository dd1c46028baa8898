import { isPosixShell } from "../schema/interpreters.ts";
import type { Range } from "../syntax/range.ts";
import { commandName, type ShellCommand } from "./shell/shell-command.ts";
import { shellCommands } from "./shell/shell-commands.ts";
import { unwrapCommand } from "./shell/unwrap-command.ts";

/** A command that hands the terminal to another machine, user or program. */
export interface SessionOpener {
  /** As written; for a command inside a string, that string. */
  readonly text: string;
  /** In the script. */
  readonly range: Range;
}

const SHELL = /^(?:ba|z|da|k|a)?sh$/;
const DATABASE_CLIENT = /^(?:psql|gitlab-psql|mysql|mariadb|redis-cli|mongo|mongosh)$/;
/** Flags by which these clients do something and end. */
const CLIENT_WORK =
  /^(?:-[a-zA-Z]*[ceflVQ].*|--(?:command|execute|file|list|version|help|eval|scan|bigkeys|memkeys|hotkeys|latency|stat|pipe|rdb|cluster|intrinsic).*|-\?)$/;

/**
 * Finds the first command that only opens a session (`ssh host`, `kubectl exec -it pod -- bash`, `sudo -i`, a bare `psql`):
 * what stands after it, meant for the inside, would run on this machine. Undefined: none, or no POSIX-like shell.
 */
export function findSessionOpener(script: string, language: string): SessionOpener | undefined {
  if (!isPosixShell(language)) return undefined;
  const opener = shellCommands(script).commands.find((command) => {
    const isFed = command.inputs.length > 0 || command.readsFile || /(?:^|[^|])\|&?\s*$/.test(before(script, command));
    return !isFed && opensSession(command);
  });
  return opener && { text: script.slice(opener.range.start, opener.range.end), range: opener.range };
}

function before(script: string, { range }: ShellCommand): string {
  return script.slice(0, range.start);
}

function opensSession(command: ShellCommand): boolean {
  const name = commandName(command);
  const words = command.words.slice(1).map(({ value }) => value);
  const operands = words.filter((word) => !word.startsWith("-"));
  if (SHELL.test(name)) return words.every((word) => /^(?:-[il]+|--login)$/.test(word));
  if (DATABASE_CLIENT.test(name)) return isBareClient(name, words);
  const runsNothing = unwrapCommand(command) === undefined;
  const last = operands.at(-1) ?? "";
  switch (name) {
    case "ssh":
      return runsNothing && operands.length > 0 && !words.some((word) => /^-[a-zA-Z]*[NfVOGWQ]/.test(word));
    case "sudo":
      return runsNothing && words.some((word) => /^(?:-[A-Za-z]*[is]|--login|--shell)$/.test(word));
    case "su":
      return runsNothing;
    case "chroot":
      return runsNothing && operands.length === 1;
    case "kubectl":
    case "k":
    case "oc":
      if (operands[0] === "rsh") return operands.length === 2;
      if (operands.includes("debug")) return runsNothing;
      return runsNothing && operands.includes("exec") && SHELL.test(programOf(last));
    case "docker":
    case "podman":
    case "docker-compose":
      return operands.some((word) => word === "exec" || word === "run") && SHELL.test(programOf(last));
    case "gcloud":
      return runsNothing && operands[0] === "compute" && operands[1] === "ssh";
    case "aws":
      return operands.includes("start-session") && !words.some((word) => word.startsWith("--document-name"));
    case "vagrant":
      return runsNothing && operands[0] === "ssh";
    default:
      return false;
  }
}

function isBareClient(name: string, words: readonly string[]): boolean {
  if (words.some((word) => CLIENT_WORK.test(word))) return false;
  if (name === "mongo" || name === "mongosh") return !words.some((word) => word.endsWith(".js"));
  if (name !== "redis-cli") return true;
  // All but the connection is a command for it.
  const command = words.filter(
    (word, index) => !word.startsWith("-") && !/^-(?:[hpanus]|-user|-pass)$/.test(words[index - 1] ?? ""),
  );
  return command.length === 0;
}

function programOf(word: string): string {
  return word.split("/").at(-1) ?? "";
}
