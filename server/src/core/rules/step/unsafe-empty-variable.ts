import type { SyntaxNode, Word } from "unbash";
import { destructiveCommands } from "../../checklist/destructive-commands.ts";
import { walkShell } from "../../checklist/shell/walk-shell.ts";
import type { RunbookDocument } from "../../model/document.ts";
import type { StepCommand } from "../../model/procedure.ts";
import { scriptRange } from "../../model/script-range.ts";
import { isWellKnownVariable } from "../../schema/environment-variables.ts";
import { isPosixShell } from "../../schema/interpreters.ts";
import { contains, type Range } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { commandList } from "../support/command-list.ts";

/** ST003. */
export const unsafeEmptyVariable = defineRule({
  docs: {
    what: 'Reports a variable in the target of a command that destroys data, where an empty value makes the target another one: `rm -rf "$DIR/cache"` becomes `rm -rf /cache`, `rm -rf "$DIR/"` becomes `rm -rf /`, `rm -rf /var/lib/$APP` takes all of `/var/lib`. A variable that the runbook sets to a fixed text, that the script tests (`[ -n "$X" ]`), `${X:?}`, and scripts with `set -u` are fine. The fix writes `${X:?}`, with which the shell stops at an empty value.',
    why: "An empty variable is the usual way to delete everything: a lookup that found nothing, a terminal in which the first step did not run.",
    references: ["https://www.shellcheck.net/wiki/SC2115"],
    examples: [
      {
        title: "With an empty variable this deletes /cache",
        bad: `# Gateway

## Steps

1. Clear the cache:

   \`\`\`sh
   DIR=$(gateway show-dir)
   rm -rf "$DIR/cache"
   \`\`\`
`,
        fixed: `# Gateway

## Steps

1. Clear the cache:

   \`\`\`sh
   DIR=$(gateway show-dir)
   rm -rf "\${DIR:?}/cache"
   \`\`\`
`,
      },
      {
        title: "A fixed text is never empty",
        good: `# Gateway

## Steps

1. Clear the cache:

   \`\`\`sh
   DIR=/var/lib/gateway
   rm -rf "$DIR/cache"
   \`\`\`
`,
      },
    ],
  },
  code: "ST003",
  name: "unsafe-empty-variable",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const fixed = fixedVariables(document);
    for (const command of commandList(document)) {
      if (!isPosixShell(command.language) || /(?:^|\n|;)\s*set\s+(?:-\w*u|-o\s+nounset)/.test(command.script)) continue;
      const dangers = destructiveCommands(command.script, command.language).filter(({ tier }) => tier === "data");
      for (const { name, range, danger } of riskyVariables(command, dangers)) {
        if (fixed.has(name) || isTested(name, command.script) || isWellKnownVariable(name, command.language)) continue;
        const place = scriptRange(command, range);
        yield {
          range: place,
          message: `If \`$${name}\` is empty, \`${danger}\` here takes another target than the one meant. Write \`\${${name}:?}\`, and the shell stops instead.`,
          fixes: [
            {
              title: `Write \${${name}:?}`,
              safety: "unsafe",
              edits: [{ range: place, newText: `\${${name}:?}` }],
            },
          ],
        };
      }
    }
  },
});

interface Risk {
  readonly name: string;
  readonly range: Range;
  readonly danger: string;
}

function riskyVariables(command: StepCommand, dangers: readonly { name: string; range: Range }[]): readonly Risk[] {
  const found: Risk[] = [];
  if (dangers.length === 0) return found;
  walkShell(command.script, ({ node, range, exact }) => {
    if (node.type !== "Command" || !exact) return;
    const danger = dangers.find((one) => contains(one.range, range) || contains(range, one.range));
    if (danger === undefined) return;
    for (const word of node.args) {
      if (word.type !== "Word") continue;
      for (const part of plainVariables(word)) {
        if (widens(command.script, word, part)) found.push({ ...part, danger: danger.name });
      }
    }
  });
  return found.filter((one, index) => found.findIndex((other) => other.range.start === one.range.start) === index);
}

/** The variables of a word that have neither default nor guard, quoted or not. */
function plainVariables(word: Word): readonly { readonly name: string; readonly range: Range }[] {
  const visit = (node: SyntaxNode | NonNullable<Word["parts"]>[number]): { name: string; range: Range }[] => {
    const range = { start: node.pos, end: node.end };
    if (node.type === "SimpleExpansion") return [{ name: node.text.slice(1), range }];
    if (node.type === "ParameterExpansion") {
      return node.operation === undefined && /^\$\{\w+\}$/.test(node.text) ? [{ name: node.parameter, range }] : [];
    }
    return node.type === "DoubleQuoted" ? node.parts.flatMap(visit) : [];
  };
  return (word.parts ?? []).flatMap(visit).filter(({ name }) => /^[A-Za-z_]\w*$/.test(name));
}

/** Whether the word without the variable is a path that means something else: `/cache`, `/var/lib/`, `/*`. */
function widens(script: string, word: Word, { range }: { readonly range: Range }): boolean {
  const before = script.slice(word.pos, range.start).replace(/["']/g, "");
  const after = script.slice(range.end, word.end).replace(/["']/g, "");
  if (before === "") return /^\/|^\*/.test(after);
  // `gs://$BUCKET`: without the bucket's name there is no target at all.
  if (/^\w+:\/\/$/.test(before)) return false;
  return /\/$/.test(before) && /^(?:\/|\*|$)/.test(after) && !/^-/.test(before);
}

/** Variables that some command of the runbook sets to a text, and none to anything else. */
function fixedVariables(document: RunbookDocument): ReadonlySet<string> {
  const fixed = new Set<string>();
  const computed = new Set<string>();
  for (const { script, language } of commandList(document)) {
    if (!isPosixShell(language)) continue;
    walkShell(script, ({ node }) => {
      // A loop over words or lines gives its variable something at each turn.
      if (node.type === "For") fixed.add(node.name.value);
      if (node.type === "While") for (const name of readNames(script.slice(node.pos, node.end))) fixed.add(name);
      if (node.type !== "Assignment") return;
      const value = node.value?.type === "Word" ? node.value.text : "";
      if (isNeverEmpty(value)) fixed.add(node.name);
      else computed.add(node.name);
    });
  }
  return new Set([...fixed].filter((name) => !computed.has(name)));
}

/** `${1:?usage}`, `${1:-x}`, and programs that always answer: what is left must hold no other expansion. */
function isNeverEmpty(value: string): boolean {
  const plain = value
    .replace(/\$\{\w+:(?:\?[^}]*|[-=][^}$`]+)\}/g, "x")
    .replace(/\$\((?:mktemp|date|hostname|whoami|uname|pwd|id)(?:\s[^()$`]*)?\)/g, "x");
  return plain.replace(/["']/g, "") !== "" && !/[$`<]/.test(plain);
}

/** `[ -n "$X" ] && …`, `[[ -z $X ]] && exit`, `: "${X:?}"`: whoever wrote the script thought of it. */
function isTested(name: string, script: string): boolean {
  const variable = `["']?\\$\\{?${name}(?:\\}|\\b)`;
  return new RegExp(`(?:\\[|\\btest)\\s+(?:!\\s+)?(?:-[nz]\\s+)?${variable}|\\$\\{${name}:?\\?`).test(script);
}

/** What `while read -r a b` reads into. */
function readNames(loop: string): readonly string[] {
  const [, words = ""] = /^while\s+(?:IFS=\S*\s+)?read((?:\s+[\w-]+)+)/.exec(loop) ?? [];
  return words.split(/\s+/).filter((word) => /^[A-Za-z_]\w*$/.test(word));
}
