import * as z from "zod";
import { type DestructiveCommand, destructiveCommands, isStronger } from "../../checklist/destructive-commands.ts";
import type { RunbookDocument } from "../../model/document.ts";
import type { Step, StepCommand } from "../../model/procedure.ts";
import { readCommand } from "../../model/read-command.ts";
import { scriptRange } from "../../model/script-range.ts";
import { defineRule, type Fix } from "../rule.ts";
import { isGuarded } from "../support/command-guard.ts";
import { withLineBreaksOf } from "../support/line-break.ts";
import { linePrefix } from "../support/line-prefix.ts";
import { isMadeAnew } from "../support/made-anew.ts";
import { shorten } from "../support/shorten.ts";

/** What each tier of commands does, for the message, and what to look at first, for the inserted callout. */
const TIERS = {
  data: { does: "deletes for good", look: "Check the target, and that a backup exists." },
  availability: { does: "can take a part of the service away", look: "Check that what is left can carry the load." },
  restart: { does: "restarts a part of the service", look: "Check that it is redundant." },
} as const;

/** ST001. */
export const destructiveCommand = defineRule({
  docs: {
    what: "Reports a command that destroys data (`DROP TABLE`, `rm -rf`, `mkfs`, `terraform destroy`; a warning) where nothing warns the reader: no callout above it, no word of caution in the ten lines before or in a comment of the script, no dry run, no backup, no `confirm` attribute. What a script drops `IF EXISTS` to create it anew does not count. The option `tiers` lists what counts: with `availability` also what takes a part of the service away (`kubectl drain`, `--replicas=0`, `kill -9`; an information), unless the text tells what is taken away; with `restart` also what only restarts something.",
    why: "At night commands are copied faster than they are read. The runner asks before such a command in any case; a reader with a terminal of their own is asked by nobody.",
    examples: [
      {
        title: "Nothing says what this does",
        bad: `# Gateway

## Mitigation

1. Clear the queue:

   \`\`\`sh
   rm -rf /var/lib/gateway/queue
   \`\`\`
`,
        fixed: `# Gateway

## Mitigation

1. Clear the queue:

   > [!WARNING]
   > \`rm -r\` deletes for good. Check the target, and that a backup exists.

   \`\`\`sh
   rm -rf /var/lib/gateway/queue
   \`\`\`
`,
      },
      {
        title: "A backup comes first",
        good: `# Gateway

## Mitigation

1. Take a backup of the queue and clear it:

   \`\`\`sh
   tar -czf /backup/queue.tgz /var/lib/gateway/queue
   rm -rf /var/lib/gateway/queue
   \`\`\`
`,
      },
    ],
  },
  code: "ST001",
  name: "destructive-command",
  group: "step",
  kinds: ["runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  options: z.strictObject({
    tiers: z.array(z.enum(["data", "availability", "restart"])).default(["data"]),
  }),
  *check({ document, options }) {
    for (const block of document.codeBlocks) {
      const command = readCommand(block, document.syntax, false);
      if (command === undefined) continue;
      const dangers = destructiveCommands(command.script, command.language).filter(
        ({ tier, range }) => options.tiers.includes(tier) && !isMadeAnew(command.script, range.start),
      );
      const worst = dangers.reduce<DestructiveCommand | undefined>(
        (best, one) => (isStronger(one.tier, best?.tier) ? one : best),
        undefined,
      );
      if (worst === undefined || isGuarded(command, document, worst.tier)) continue;
      const written = shorten(command.script.slice(worst.range.start, worst.range.end)).replace(/^["']|["']$/g, "");
      const fix = insertCallout(command, worst, document);
      yield {
        range: scriptRange(command, worst.range),
        message: `"${written}" ${TIERS[worst.tier].does}, and nothing before it warns the reader. Add a callout, a dry run or a backup before it, or \`confirm=type\` to the fence.`,
        ...(worst.tier === "data" ? {} : { severity: "information" as const }),
        related: dangers
          .filter((one) => one !== worst)
          .map((one) => ({
            range: scriptRange(command, one.range),
            message: `${one.name} ${TIERS[one.tier].does} too`,
          })),
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});

function insertCallout(command: StepCommand, danger: DestructiveCommand, document: RunbookDocument): Fix | undefined {
  const { text, lines } = document.syntax;
  const { start } = command.block.range;
  const line = lines.lineRange(lines.lineAt(start));
  const prefix = linePrefix(text, start);
  // On the line of a list marker, or between a step and the command it adopts, a callout would part the two.
  if (prefix === undefined || prefix !== text.slice(line.start, start) || isAdopted(command, document))
    return undefined;
  const { does, look } = TIERS[danger.tier];
  const above = lines.lineRange(lines.lineAt(start) - 1);
  const gap = line.start === 0 || /^[\s>]*$/.test(text.slice(above.start, above.end)) ? "" : `${prefix.trimEnd()}\n`;
  const callout = `${gap}${prefix}> [!WARNING]\n${prefix}> \`${danger.name}\` ${does}. ${look}\n${prefix.trimEnd()}\n`;
  return {
    title: "Insert a warning above the command",
    safety: "unsafe",
    edits: [{ range: { start: line.start, end: line.start }, newText: withLineBreaksOf(text, callout) }],
  };
}

function isAdopted(command: StepCommand, document: RunbookDocument): boolean {
  const adopts = (step: Step): boolean =>
    step.commands.some((one) => one.adopted && one.block.range.start === command.block.range.start) ||
    step.children.some(adopts);
  return document.procedures.some(({ steps }) => steps.some(adopts));
}
