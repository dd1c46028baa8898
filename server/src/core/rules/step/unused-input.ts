import type { RunbookDocument } from "../../model/document.ts";
import { inputName } from "../../model/input-name.ts";
import type { DeclaredInput } from "../../model/procedure.ts";
import { contains } from "../../syntax/range.ts";
import { defineRule, type Fix } from "../rule.ts";

/** ST021. */
export const unusedInput = defineRule({
  docs: {
    what: "Reports an input that the front matter declares and nothing in the document uses: no `$NAME`, no `<name>`, no `{{ name }}`, and no mention elsewhere. The fix takes the declaration out.",
    why: "A run asks for every declared input before it begins. At night each question that leads nowhere costs time, and hides the slip that made the input unused.",
    examples: [
      {
        title: "Nobody needs the region",
        bad: `---
runbook:
  inputs:
    POD:
      description: The pod that the alert names
    REGION:
      description: The region
      default: eu-1
---

# Gateway

## Steps

1. Restart the pod:

   \`\`\`sh
   kubectl delete pod "$POD"
   \`\`\`
`,
        fixed: `---
runbook:
  inputs:
    POD:
      description: The pod that the alert names
---

# Gateway

## Steps

1. Restart the pod:

   \`\`\`sh
   kubectl delete pod "$POD"
   \`\`\`
`,
      },
      {
        title: "Either spelling uses it",
        good: `---
runbook:
  inputs:
    pod-name:
      description: The pod that the alert names
---

# Gateway

## Steps

1. Restart the pod:

   \`\`\`sh
   kubectl delete pod <pod-name>
   \`\`\`
`,
      },
    ],
  },
  code: "ST021",
  name: "unused-input",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "safe",
  *check({ document }) {
    const words = usedWords(document);
    for (const input of document.declaredInputs) {
      if (words.has(inputName(input.name)) || words.has(input.name.toUpperCase())) continue;
      yield {
        range: input.range,
        message: `The input "${input.name}" is asked for at every run, and nothing uses it. Use \`$${inputName(input.name)}\` in a command, or take it out.`,
        fixes: removal(input, document),
      };
    }
  },
});

/** Every word of the document that may be an input's name, in the form of a variable: `<pod-name>` → `POD_NAME`. */
function usedWords({ syntax, frontMatter, declaredInputs }: RunbookDocument): ReadonlySet<string> {
  const body = syntax.text.slice(frontMatter?.range.end ?? 0);
  // What the front matter checks before a run (`context`) uses inputs too, as variables.
  const head = syntax.text.slice(0, frontMatter?.range.end ?? 0).match(/\$\{?\w+/g) ?? [];
  const words = new Set(head.map((word) => word.replace(/^\$\{?/, "")));
  for (const [word] of body.matchAll(/[\p{L}\p{N}_]+(?:[-. ][\p{L}\p{N}_]+)*/gu)) {
    for (const part of [word, ...word.split(/[-. ]/)]) words.add(part).add(part.toUpperCase()).add(inputName(part));
    // `<pod-name>` stands between other words in a sentence: each run of words as long as a name counts.
  }
  for (const { name } of declaredInputs) {
    // In prose also with an s; `$ZONES` is another variable, and often the slip for which `ZONE` is unused.
    const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    const spoken = new RegExp(`(?<![\\w$]|\\$\\{)${literal}(?:e?s)?(?!\\w)`, "iu");
    if (spoken.test(body) || body.includes(`RUNBOOK_INPUT_${inputName(name)}`)) words.add(inputName(name));
  }
  return words;
}

function removal(input: DeclaredInput, { frontMatter, syntax }: RunbookDocument): readonly Fix[] {
  const inputs = frontMatter?.entries.find(({ path }) => path.join("\n") === "runbook\ninputs");
  const own = frontMatter?.entries.find(({ path }) => path.join("\n") === `runbook\ninputs\n${input.name}`);
  // In a list the place of the one entry is not known.
  if (frontMatter === undefined || inputs === undefined || own === undefined) return [];
  const { lines, text } = syntax;
  const first = lines.lineAt(own.keyRange.start);
  const lineStart = lines.lineRange(first).start;
  const indent = text.slice(lineStart, own.keyRange.start);
  if (!/^ +$/.test(indent) || !contains(frontMatter.range, own.keyRange)) return [];
  let last = first + 1;
  for (; lines.lineRange(last).start < frontMatter.range.end; last++) {
    const line = text.slice(lines.lineRange(last).start, lines.lineRange(last).end);
    if (line.trim() !== "" && line.search(/\S/) <= indent.length) break;
  }
  const siblings = frontMatter.entries.filter(
    ({ path }) => path.length === 3 && path[1] === "inputs" && path[0] === "runbook",
  );
  // The last of them takes the key with it.
  const from = siblings.length === 1 ? lines.lineRange(lines.lineAt(inputs.keyRange.start)).start : lineStart;
  const range = { start: from, end: lines.lineRange(last).start };
  return [{ title: `Take the input "${input.name}" out`, safety: "safe", edits: [{ range, newText: "" }] }];
}
