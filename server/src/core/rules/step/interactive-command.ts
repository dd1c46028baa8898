import { commandName, hasShellFlag, plainArguments, type ShellCommand } from "../../checklist/shell/shell-command.ts";
import { shellCommands } from "../../checklist/shell/shell-commands.ts";
import { findAttribute } from "../../model/attributes.ts";
import { scriptRange } from "../../model/script-range.ts";
import { isPosixShell } from "../../schema/interpreters.ts";
import { defineRule } from "../rule.ts";
import { addAttribute } from "../support/set-attribute.ts";
import { shorten } from "../support/shorten.ts";
import { stepList } from "../support/step-list.ts";

const EDITORS = /^(?:vi|vim|nvim|nano|pico|emacs|visudo|vipw|mc|tmux|screen|htop|atop|iotop|ncdu|k9s|aptitude)$/;
const PAGERS = /^(?:less|more|most)$/;
const SHELLS = /^(?:ba|z|da|k|a|fi|c|tc)?sh$/;
/** Clients that open a prompt where nothing tells them what to ask: words that tell them. */
const PROMPTS: readonly { readonly program: RegExp; readonly told: readonly string[] }[] = [
  { program: /^psql$/, told: ["-c", "--command", "-f", "--file", "-l", "--list", "--version", "-V"] },
  { program: /^(?:mysql|mariadb)$/, told: ["-e", "--execute", "--version", "-V"] },
  { program: /^(?:mongo|mongosh)$/, told: ["--eval", "--file", "-f", "--version"] },
  { program: /^sqlplus$/, told: ["-V"] },
  { program: /^cqlsh$/, told: ["-e", "--execute", "-f", "--file"] },
  { program: /^(?:rails|irb|python3?|ipython|node|ftp|sftp|telnet)$/, told: [] },
];

/** ST006. */
export const interactiveCommand = defineRule({
  docs: {
    what: "Reports a command of a step that wants a person at a terminal or never ends by itself: an editor (`vi`, `kubectl edit`), a pager, a database's prompt (`psql` without `-c`), a shell in a container or on a host, `top`, `watch`, `tail -f`. The fix adds `interactive=true`, by which the runner gives the command a terminal or leaves it to the person.",
    why: "Run from a checklist, such a command waits for keys that nobody can type, until its time is up.",
    examples: [
      {
        title: "Waits for keys",
        bad: `# Gateway

## Steps

1. Raise the limit:

   \`\`\`sh
   kubectl edit deployment gateway
   \`\`\`
`,
        fixed: `# Gateway

## Steps

1. Raise the limit:

   \`\`\`sh {interactive=true}
   kubectl edit deployment gateway
   \`\`\`
`,
      },
      {
        title: "Ends by itself",
        good: `# Gateway

## Steps

1. Count the sessions:

   \`\`\`sh
   psql -c 'select count(*) from sessions'
   kubectl logs deployment/gateway --tail=50
   \`\`\`
`,
      },
    ],
  },
  code: "ST006",
  name: "interactive-command",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "unsafe",
  *check({ document }) {
    for (const { commands } of stepList(document)) {
      for (const command of commands) {
        if (findAttribute(command.attributes, "interactive") || !isPosixShell(command.language)) continue;
        const found = interactivePart(shellCommands(command.script).commands, command.script);
        if (found === undefined) continue;
        const edit = addAttribute(command, "interactive", "true", document.syntax.text);
        const written = shorten(command.script.slice(found.command.range.start, found.command.range.end));
        yield {
          range: scriptRange(command, found.command.range),
          message: `\`${written}\` ${found.why}, so a run of this step would wait in vain. Mark it \`interactive=true\`, or use a form that ends by itself.`,
          fixes: edit === undefined ? [] : [{ title: "Mark it as interactive", safety: "unsafe", edits: [edit] }],
        };
      }
    }
  },
});

function interactivePart(
  commands: readonly ShellCommand[],
  script: string,
): { readonly command: ShellCommand; readonly why: string } | undefined {
  for (const [index, command] of commands.entries()) {
    const why = reason(command, commands[index + 1], script);
    if (why !== undefined) return { command, why };
  }
  return undefined;
}

/** Why a command does not end by itself; `next` is what it wraps, when it wraps something. */
function reason(command: ShellCommand, next: ShellCommand | undefined, script: string): string | undefined {
  const name = commandName(command);
  const plain = plainArguments(command);
  const isFed = command.inputs.length > 0 || isPipedInto(command, script);
  if (command.words.some(({ value }) => /^(?:--help|--version|-h)$/.test(value)) && name !== "psql") return undefined;
  if (EDITORS.test(name)) return "wants a person at a terminal";
  if (PAGERS.test(name)) return isLast(command, script) ? "shows its text page by page" : undefined;
  if (name === "top")
    return hasShellFlag(command, "-b") || hasShellFlag(command, "-n") ? undefined : "never ends by itself";
  if (name === "watch") return "never ends by itself";
  if (name === "tail" || name === "journalctl") return isEndless(command, script) ? "never ends by itself" : undefined;
  if (/^(?:kubectl|oc|k)$/.test(name)) return kubernetes(command, plain, script);
  if (/^(?:docker|podman|nerdctl)$/.test(name)) {
    const shell = /^(?:exec|run)$/.test(plain[0] ?? "") && hasTerminal(command) && SHELLS.test(plain.at(-1) ?? "");
    if (shell && !isFed) return "opens a shell";
    return plain[0] === "logs" && isEndless(command, script) ? "never ends by itself" : undefined;
  }
  if (name === "crontab") return hasShellFlag(command, "-e") ? "opens an editor" : undefined;
  if (name === "systemctl") return plain[0] === "edit" ? "opens an editor" : undefined;
  if (name === "ssh") {
    // Flags' values can't be told from hosts: only `ssh host` and `ssh user@host` are sure.
    const only = command.words.length === 2 && plain.length === 1 && next?.range.start !== command.range.start;
    return only && !isFed ? "opens a shell on another host" : undefined;
  }
  const client = PROMPTS.find(({ program }) => program.test(name));
  if (client === undefined || isFed || client.told.some((flag) => hasShellFlag(command, flag))) return undefined;
  if (/<\s/.test(script.slice(command.range.start, command.range.end + 3))) return undefined;
  if (name === "rails") return /^c(?:onsole)?$/.test(plain[0] ?? "") ? "opens a prompt" : undefined;
  if (/^(?:irb|python3?|ipython|node)$/.test(name)) return command.words.length === 1 ? "opens a prompt" : undefined;
  return "opens a prompt";
}

function kubernetes(command: ShellCommand, plain: readonly string[], script: string): string | undefined {
  if (plain.includes("edit")) return "opens an editor";
  if (plain.includes("port-forward")) return "never ends by itself";
  if (plain.includes("logs") && isEndless(command, script)) return "never ends by itself";
  if (plain.includes("get") && watches(command)) return "never ends by itself";
  const opens = plain.includes("exec") || plain.includes("run") || plain.includes("debug");
  const last = plain.at(-1)?.split("/").at(-1) ?? "";
  if (opens && hasTerminal(command) && SHELLS.test(last)) return "opens a shell";
  return plain.includes("rsh") && plain.length === 2 ? "opens a shell" : undefined;
}

/** The word alone: `-owide` is an output format. */
function watches({ words }: ShellCommand): boolean {
  return words.some(({ value }) => /^(?:-w|--watch(?:=true)?)$/.test(value));
}

function hasTerminal(command: ShellCommand): boolean {
  return command.words.some(({ value }) => /^-(?:it|ti|t|i)$|^--tty(?:=true)?$/.test(value));
}

/** `tail -f`, not `tail -f | head`, which ends. */
function isEndless(command: ShellCommand, script: string): boolean {
  const follows = command.words.some(({ value }) => /^(?:-[a-zA-Z]*[fF]|--follow(?:=true|=name)?)$/.test(value));
  const rest = script.slice(command.range.end);
  return follows && !/^\s*\|\s*(?:head|grep -\w*m|sed \S*q)/.test(rest) && !/^\s*&(?!&)/.test(rest);
}

function isLast(command: ShellCommand, script: string): boolean {
  return !/^\s*\|/.test(script.slice(command.range.end));
}

function isPipedInto(command: ShellCommand, script: string): boolean {
  return /(?:^|[^|])\|\s*(?:sudo\s+)?$/.test(script.slice(0, command.range.start));
}
