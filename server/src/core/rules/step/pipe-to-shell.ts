import type { Command, SyntaxNode } from "unbash";
import { walkShell } from "../../checklist/shell/walk-shell.ts";
import { scriptRange } from "../../model/script-range.ts";
import { isPosixShell } from "../../schema/interpreters.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { commandList } from "../support/command-list.ts";

const LOADERS = /^(?:curl|wget|fetch|http|https)$/;
const SHELLS = /^(?:sh|bash|zsh|dash|ksh|ash|python[23]?|perl|ruby|node)$/;
const WRAPPERS = /^(?:sudo|doas|env|exec|nohup|command)$/;

/** ST004. */
export const pipeToShell = defineRule({
  docs: {
    what: 'Reports a script that is loaded from the network and run at once: `curl … | sh`, `bash <(curl …)`, `sh -c "$(wget …)"`.',
    why: "Nobody sees what runs, and when the connection breaks in the middle, half of the script runs. In an incident it is one more thing that may be down or have changed.",
    examples: [
      {
        title: "Loaded and run",
        bad: `# Gateway

## Steps

1. Install the tool:

   \`\`\`sh
   curl -fsSL https://example.org/install.sh | sh
   \`\`\`
`,
      },
      {
        title: "Loaded, looked at, run",
        good: `# Gateway

## Steps

1. Install the tool:

   \`\`\`sh
   curl -fsSLo install.sh https://example.org/install.sh
   less install.sh
   sh install.sh
   \`\`\`
`,
      },
    ],
  },
  code: "ST004",
  name: "pipe-to-shell",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    for (const command of commandList(document)) {
      if (!isPosixShell(command.language)) continue;
      for (const { range, loader, shell } of findPipes(command.script)) {
        yield {
          range: scriptRange(command, range),
          message: `What \`${loader}\` loads is run by \`${shell}\` at once, unseen. Load it into a file, check it, then run it.`,
        };
      }
    }
  },
});

interface Pipe {
  readonly range: Range;
  readonly loader: string;
  readonly shell: string;
}

function findPipes(script: string): readonly Pipe[] {
  const found: Pipe[] = [];
  walkShell(script, ({ node, range, ancestors }) => {
    if (node.type === "Pipeline") {
      const loader = node.commands.map(loaderOf).find((name) => name !== undefined);
      const last = node.commands
        .slice(1)
        .map(readingShell)
        .find((name) => name !== undefined);
      if (loader !== undefined && last !== undefined) found.push({ range, loader, shell: last });
    }
    // `bash <(curl …)` and `sh -c "$(curl …)"`: the loader stands inside of the shell's own words.
    if (node.type !== "Command") return;
    const loader = loaderOf(node);
    if (loader === undefined) return;
    const around = ancestors.findLast((one): one is Command => one.type === "Command");
    const shell = around && programOf(around);
    if (around && shell !== undefined && SHELLS.test(shell) && runsItsWords(around)) {
      found.push({ range: { start: around.pos, end: around.end }, loader, shell });
    }
  });
  return found;
}

function loaderOf(node: SyntaxNode): string | undefined {
  const name = node.type === "Command" ? programOf(node) : undefined;
  return name !== undefined && LOADERS.test(name) ? name : undefined;
}

/** A shell that reads its script from standard input: without a file and without `-c`. */
function readingShell(node: SyntaxNode): string | undefined {
  if (node.type !== "Command") return undefined;
  const name = programOf(node);
  if (name === undefined || !SHELLS.test(name)) return undefined;
  const words = wordsOf(node);
  const rest = words.slice(words.findIndex((word) => baseName(word) === name) + 1);
  if (/^(?:sh|bash|zsh|dash|ksh|ash)$/.test(name)) {
    const takesInput = rest.includes("-s") || rest.every((word) => word.startsWith("-") && !/^-[a-z]*c$/.test(word));
    return takesInput ? name : undefined;
  }
  return rest.length === 0 || rest.join(" ") === "-" ? name : undefined;
}

function runsItsWords(command: Command): boolean {
  const words = wordsOf(command);
  return words.some((word) => /^-[a-z]*c$/.test(word)) ? true : words.some((word) => word.startsWith("<("));
}

function programOf(command: Command): string | undefined {
  return wordsOf(command)
    .map(baseName)
    .find((word) => !WRAPPERS.test(word) && !word.startsWith("-") && !/^\w+=/.test(word));
}

function wordsOf(command: Command): readonly string[] {
  return [command.name?.value ?? "", ...command.args.map((word) => (word.type === "Word" ? word.value : word.text))];
}

function baseName(word: string): string {
  return word.split("/").at(-1) ?? word;
}
