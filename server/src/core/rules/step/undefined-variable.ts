import { scriptVariables } from "../../checklist/script-variables.ts";
import { walkShell } from "../../checklist/shell/walk-shell.ts";
import { undefinedVariables } from "../../checklist/undefined-variables.ts";
import { inputName } from "../../model/input-name.ts";
import type { StepCommand } from "../../model/procedure.ts";
import { scriptRange } from "../../model/script-range.ts";
import { isPosixShell } from "../../schema/interpreters.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { commandList } from "../support/command-list.ts";
import { declareInputs } from "../support/declare-inputs.ts";

/** What a shell of an operator has by the habits of its tools. */
const BY_HABIT =
  /^(?:AWS_(?:DEFAULT_)?(?:REGION|PROFILE)|AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)|GOOGLE_\w+|CLOUDSDK_\w+|VAULT_(?:ADDR|TOKEN)|NOMAD_\w+|CONSUL_\w+|GOPATH|GOROOT|JAVA_HOME|VIRTUAL_ENV|NODE_ENV)$/;

/** "After having exported the respective variables": the reader was told, without a name. */
const ASKS_TO_SET =
  /\b(?:export|set)(?:s|ed|ting|ing)? (?:\w+ ){0,2}(?:respective|corresponding|relevant|appropriate|necessary|needed) (?:environment(?:al)? )?variables\b/i;

/** ST002. */
export const undefinedVariable = defineRule({
  docs: {
    what: "Reports a variable of a shell command that nothing sets and nothing explains: no command of the runbook assigns it, the front matter declares no input of that name, and the document neither names it elsewhere nor speaks of it (`PRIVATE_KEY` as a private key, `POD` as a label of the alert). Each variable is reported once, at its first use. Variables of the system (`HOME`, `PATH` …) and those with a default (`${POD:-gateway-0}`) are fine.",
    why: "A shell puts nothing in the place of a variable that is not set: `kubectl -n $NAMESPACE get pods` fails with a riddle, or works in another namespace. A run asks for the value; who copies the command is asked by nobody.",
    examples: [
      {
        title: "Which namespace?",
        bad: `# Gateway

## Steps

1. Look at the pods:

   \`\`\`sh
   kubectl -n "$NAMESPACE" get pods
   \`\`\`
`,
        fixed: `---
runbook:
  inputs:
    NAMESPACE:
      description: TODO
---

# Gateway

## Steps

1. Look at the pods:

   \`\`\`sh
   kubectl -n "$NAMESPACE" get pods
   \`\`\`
`,
      },
      {
        title: "Set before it is used",
        good: `# Gateway

## Steps

1. Look at the pods:

   \`\`\`sh
   NAMESPACE=$(kubectl config view --minify -o jsonpath='{..namespace}')
   kubectl -n "$NAMESPACE" get pods
   \`\`\`
`,
      },
    ],
  },
  code: "ST002",
  name: "undefined-variable",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const commands = commandList(document).filter(({ language }) => isPosixShell(language));
    const variables = commands.map(({ script, language }) => scriptVariables(script, language));
    if (variables.some(({ setsUnknown }) => setsUnknown) || ASKS_TO_SET.test(document.syntax.text)) return;
    const known = new Set(variables.flatMap(({ set }) => [...set]));
    for (const { name } of document.declaredInputs) known.add(name).add(inputName(name));

    const uses = new Map<string, { readonly place: Range; readonly written: string }[]>();
    for (const command of commands) {
      const leading = leadingWords(command.script);
      for (const { name, range } of undefinedVariables(command.script, command.language, known)) {
        // A variable in the place of a program is another house's prompt: `$mac ssh …`.
        if (leading.has(range.start) || BY_HABIT.test(name)) continue;
        const places = uses.get(name) ?? [];
        places.push({ place: scriptRange(command, range), written: command.script.slice(range.start, range.end) });
        uses.set(name, places);
      }
    }
    for (const [name, [first, ...others]] of uses) {
      if (first === undefined || isExplained(name, document.syntax.text, commands)) continue;
      if (isOneOfSeries(name, [...uses.keys()], document.syntax.text)) continue;
      const fix = declareInputs(document, [{ name, label: undefined }]);
      yield {
        range: first.place,
        message: `Nothing sets \`${first.written}\`: no command of this runbook, no declared input, and no text tells what it is. Set it, or declare it as an input.`,
        related: others.map(({ place }) => ({ range: place, message: `\`$${name}\` is used here too` })),
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});

/** Where the words stand that begin a command. */
function leadingWords(script: string): ReadonlySet<number> {
  const starts = new Set<number>();
  walkShell(script, ({ node, range }) => {
    if (node.type === "Command") starts.add(range.start);
  });
  return starts;
}

/**
 * Whether the text tells what a variable is: its name stands anywhere else than in its uses (in prose, in a table, in a
 * block that never runs, in a comment), or its words do in prose or in a comment ("the private key", "the number of
 * pods"), or an alert shows a label of that name (`- pod = api-1`).
 */
function isExplained(name: string, text: string, commands: readonly StepCommand[]): boolean {
  const inCommands = (at: number): boolean =>
    commands.some(({ lineRanges }) => lineRanges.some(({ start, end }) => start <= at && at < end));
  const isComment = (at: number): boolean => /(?:^|\s)#\s/.test(text.slice(text.lastIndexOf("\n", at) + 1, at));

  for (const { index } of text.matchAll(new RegExp(`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`, "g"))) {
    if (!inCommands(index) || !/\$\{?$/.test(text.slice(Math.max(0, index - 2), index))) return true;
  }
  const words = name.split("_").filter((word) => word !== "");
  const phrase = words.length > 1 ? words.join("[ \\n-]+") : `^[ \\t]*[-*+]?[ \\t]*[\`*]*${name}[\`*]*[ \\t]*[=:]`;
  for (const { index } of text.matchAll(new RegExp(`(?<![\\w$-])${phrase}(?![\\w-])`, "gim"))) {
    if (!inCommands(index) || isComment(index)) return true;
  }
  return false;
}

/** `$CHUNK1 $CHUNK2 $CHUNK3` behind text that speaks of chunks: a place for each of them, not a name that is set somewhere. */
function isOneOfSeries(name: string, used: readonly string[], text: string): boolean {
  const stem = /^([A-Za-z][A-Za-z_]{2,}?)_?\d{1,2}$/.exec(name)?.[1];
  if (stem === undefined) return false;
  const series = used.filter(
    (other) => other !== name && other.startsWith(stem) && /^_?\d{1,2}$/.test(other.slice(stem.length)),
  );
  return series.length > 0 && new RegExp(`(?<![\\w$])${stem.replace(/_/g, "[ _-]")}e?s?(?!\\w)`, "i").test(text);
}
