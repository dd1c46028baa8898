import { scriptEffect } from "../../checklist/command-effect.ts";
import type { Step, StepCommand } from "../../model/procedure.ts";
import { defineRule, type Fix } from "../rule.ts";
import { withLineBreaksOf } from "../support/line-break.ts";
import { linePrefix } from "../support/line-prefix.ts";
import { shorten } from "../support/shorten.ts";
import { surelyWrites } from "../support/surely-writes.ts";

/** Words by which a step tells how to see that it worked. */
const TELLS =
  /\b(?:verif\w+|confirm\w*|check\w*|ensure|make sure|should|expect\w*|until|wait\w*|see|watch\w*|monitor\w*|observe\w*|status)\b/i;

/** Programs that look when nothing is sent along, and commands that look at nothing. */
const ASKS = /^(?:curl|wget|http|xh|nc|telnet)\b(?!.*\s(?:-X|--request|-d|--data|-T|-F|--post-\w+)\b)/;
const IDLE = /^(?:sleep|echo|printf|cd|exit|true|export|:|#)/;

/** ST018. */
export const writeWithoutVerify = defineRule({
  docs: {
    what: 'Reports a step of a checklist (`- [ ]`) whose command surely changes something (a known command of writing, or `effect=write`) and that has no check: no `verify=true` block, no expected output, no last line of the script that only looks, no sentence such as "check that …" in it, and no step of checking right behind it. Runbooks with a verification section are left alone.',
    why: "A command that ends without an error may have done nothing. A step with a check is done only when the check succeeds, so the next one does not build on sand.",
    examples: [
      {
        title: "Done, or only run?",
        bad: `# Gateway

## Steps

- [ ] Restart the gateway

  \`\`\`sh
  systemctl restart gateway
  \`\`\`
`,
        fixed: `# Gateway

## Steps

- [ ] Restart the gateway

  \`\`\`sh
  systemctl restart gateway
  \`\`\`

  \`\`\`sh {verify=true}
  # TODO: command
  \`\`\`
`,
      },
      {
        title: "The check belongs to the step",
        good: `# Gateway

## Steps

- [ ] Restart the gateway

  \`\`\`sh
  systemctl restart gateway
  \`\`\`

  \`\`\`sh {verify=true}
  systemctl is-active gateway
  \`\`\`
`,
      },
    ],
  },
  code: "ST018",
  name: "write-without-verify",
  group: "step",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "hint",
  fix: "unsafe",
  *check({ document }) {
    if (document.outline.byId("verification").length > 0) return;
    const { text } = document.syntax;
    for (const { role, steps } of document.procedures) {
      if (role !== "mitigation") continue;
      for (const [index, step] of steps.entries()) {
        const writing = step.commands.findLast((one) => !one.adopted && !one.verifies && surelyWrites(one));
        if (step.origin !== "task" || writing === undefined) continue;
        if (isChecked(step, text) || isCheck(steps[index + 1], text)) continue;
        yield {
          range: step.titleRange,
          message: `The step "${shorten(step.title)}" changes something and has no check. Add a \`verify=true\` block that succeeds only when it worked.`,
          fixes: insertCheck(writing, text),
        };
      }
    }
  },
});

function isChecked(step: Step, text: string): boolean {
  const { commands, range, children } = step;
  const last = commands.at(-1);
  const reads = last !== undefined && commands.length > 1 && !surelyWrites(last);
  const looks = commands.some((command) => surelyWrites(command) && endsWithLook(command));
  const isTold = TELLS.test(text.slice(range.start, range.end));
  return (
    isTold ||
    reads ||
    looks ||
    children.length > 0 ||
    commands.some((one) => one.verifies || one.expectation !== undefined)
  );
}

/** `systemctl restart a`, and in the line behind it `curl -f localhost/health`. */
function endsWithLook({ script, language }: StepCommand): boolean {
  const last = script.trimEnd().split("\n").at(-1)?.trim() ?? "";
  return !IDLE.test(last) && (ASKS.test(last) || scriptEffect(last, language).effect === "read");
}

/** Whether a step only looks, or says that it checks. */
function isCheck(step: Step | undefined, text: string): boolean {
  if (step === undefined) return false;
  const looks = step.commands.length > 0 && !step.commands.some(surelyWrites);
  return looks || TELLS.test(text.slice(step.range.start, step.range.end));
}

function insertCheck({ block, adopted }: StepCommand, text: string): readonly Fix[] {
  const prefix = linePrefix(text, block.range.start);
  if (prefix === undefined || adopted || !block.closed) return [];
  const { end } = block.range;
  const lines = ["", "```sh {verify=true}", "# TODO: command", "```"].map((line) => `${prefix}${line}`.trimEnd());
  const newText = withLineBreaksOf(text, `\n${lines.join("\n")}`);
  return [{ title: "Insert a check", safety: "unsafe", edits: [{ range: { start: end, end }, newText }] }];
}
