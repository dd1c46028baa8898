import type { RunbookDocument } from "../../model/document.ts";
import type { Step, StepCommand } from "../../model/procedure.ts";
import type { Range } from "../../syntax/range.ts";
import { defineRule, type Fix, type TextEdit } from "../rule.ts";
import { shorten } from "../support/shorten.ts";

/** ST011. */
export const fenceOutsideStep = defineRule({
  docs: {
    what: "Reports a command that stands right behind a step of a list, not indented below it. The step adopts it and runs it; the fix indents it. A command behind text that ends the list is left alone.",
    why: "Without the indentation the list ends at the command: the next step is numbered 1 again, and what belongs to which step is for the reader to guess.",
    references: ["https://spec.commonmark.org/0.31.2/#list-items"],
    examples: [
      {
        title: "A command at the margin",
        bad: `# Gateway

## Mitigation

- [ ] Restart the gateway

\`\`\`sh
systemctl restart gateway
\`\`\`

- [ ] Tell support
`,
        fixed: `# Gateway

## Mitigation

- [ ] Restart the gateway

  \`\`\`sh
  systemctl restart gateway
  \`\`\`

- [ ] Tell support
`,
      },
      {
        title: "The command in its step",
        good: `# Gateway

## Mitigation

1. Restart the gateway:

   \`\`\`sh
   systemctl restart gateway
   \`\`\`

2. Tell support.
`,
      },
    ],
  },
  code: "ST011",
  name: "fence-outside-step",
  group: "step",
  kinds: ["runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "information",
  fix: "safe",
  *check({ document }) {
    const steps = document.procedures.flatMap((procedure) => flatten(procedure.steps));
    for (const step of steps) {
      if (step.origin === "heading") continue;
      const adopted = rightBehind(step, document.syntax.text);
      const [first] = adopted;
      if (first === undefined) continue;
      const { text, lines } = document.syntax;
      const line = lines.lineRange(lines.lineAt(first.block.range.start));
      const fix = nest(step, adopted.at(-1)?.block.range.end ?? first.block.range.end, document);
      const others = adopted.length > 1 ? ` (and ${adopted.length - 1} more)` : "";
      yield {
        range: { start: first.block.range.start, end: line.end },
        message: `This command${others} belongs to the step "${shorten(step.title)}" but stands outside of it. Indent it below the step.`,
        related: [{ range: step.titleRange, message: `The step "${shorten(step.title)}"` }],
        fixes: fix === undefined || text.length === 0 ? [] : [fix],
      };
    }
  },
});

/** The adopted commands up to the first text between: what follows it may belong to that text as well as to the step. */
function rightBehind(step: Step, text: string): readonly StepCommand[] {
  const found: StepCommand[] = [];
  let end = step.range.end;
  for (const command of step.commands.filter(({ adopted }) => adopted)) {
    const { start } = command.block.range;
    if (
      text
        .slice(end, start)
        .replace(/<!--[\s\S]*?-->/g, "")
        .trim() !== ""
    )
      break;
    found.push(command);
    end = command.block.range.end;
  }
  return found;
}

function flatten(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...flatten(step.children)]);
}

/** Indents everything between the step's end and `end` by the width of the step's marker. */
function nest(step: Step, end: number, document: RunbookDocument): Fix | undefined {
  const { text, lines } = document.syntax;
  const itemLine = lines.lineRange(lines.lineAt(step.range.start));
  const marker = /^([ \t]*)([-*+]|\d{1,9}[.)])( {1,4})(?=\S)/.exec(
    text.slice(itemLine.start, itemLine.end).replace(/^\uFEFF/, " "),
  );
  if (marker === null || /\t/.test(marker[1] ?? "")) return undefined;
  const width = marker[0].length;

  const edits: TextEdit[] = [];
  let onlyFences = true;
  for (
    let number = lines.lineAt(Math.max(step.range.start, step.range.end - 1)) + 1;
    number <= lines.lineAt(end);
    number++
  ) {
    const line = lines.lineRange(number);
    if (line.start === line.end || line.start >= end) continue;
    edits.push({ range: { start: line.start, end: line.start }, newText: " ".repeat(missing(text, line, width)) });
    onlyFences &&=
      inside(
        line,
        document.codeBlocks.map((block) => block.range),
      ) || isBlank(text, line);
  }
  const wanted = edits.filter((edit) => edit.newText !== "");
  if (wanted.length === 0) return undefined;
  return { title: "Nest under the step", safety: onlyFences ? "safe" : "unsafe", edits: wanted };
}

/** A fence that is indented a little, but not enough, keeps what it has. */
function missing(text: string, line: Range, width: number): number {
  return isBlank(text, line) ? 0 : width;
}

function isBlank(text: string, line: Range): boolean {
  return text.slice(line.start, line.end).trim() === "";
}

function inside(line: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start <= line.end && line.start < range.end);
}
