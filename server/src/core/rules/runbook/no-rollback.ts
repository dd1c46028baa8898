import { destructiveCommands } from "../../checklist/destructive-commands.ts";
import { findAttribute } from "../../model/attributes.ts";
import { scriptRange } from "../../model/script-range.ts";
import { defineRule } from "../rule.ts";
import { insertSectionFix } from "../support/insert-section-fix.ts";
import { isMadeAnew } from "../support/made-anew.ts";
import { bodyText } from "../support/mitigation.ts";
import { shorten } from "../support/shorten.ts";
import { stepList } from "../support/step-list.ts";

/** Words by which a text tells of a way back, or that there is none. */
const SAYS_HOW =
  /\b(?:roll(?:s|ed|ing)?[ -]?back|undo(?:ne|ing)?|revert\w*|restor(?:e|es|ed|ing|ation)|back(?:s|ed|ing)?[ -]?ups?|snapshots?|recover(?:y|ed|able)?|re-?creat\w+|re-?build\w*|re-?provision\w*|re-?install\w*|re-?import\w*|irreversibl[ey]|permanent(?:ly)?|point of no return|(?:cannot|can't|can not) be (?:undone|reverted|recovered)|dump(?:s|ed)?|pg_dump|mysqldump)\b/i;

/** RB002. */
export const noRollback = defineRule({
  docs: {
    what: "Reports, once a document, steps that destroy data (`DROP TABLE`, `rm -rf`, `kubectl delete pvc` …) where nothing in the runbook tells of a way back: no rollback section, no `undo` attribute, no word of a backup, of restoring or recreating, and no statement that it can't be undone.",
    why: "Sooner or later the command hits the wrong host. Whoever typed it must not have to invent the way back, and must know before when there is none.",
    examples: [
      {
        title: "And if it was the wrong queue?",
        bad: `# Gateway

## Overview

Clears a queue.

## Steps

1. Clear the queue:

   \`\`\`sh
   rm -rf /var/lib/gateway/queue
   \`\`\`
`,
        fixed: `# Gateway

## Overview

Clears a queue.

## Steps

1. Clear the queue:

   \`\`\`sh
   rm -rf /var/lib/gateway/queue
   \`\`\`

## Rollback

- [ ] TODO: What to do (~1m)

  \`\`\`sh
  # TODO: command
  \`\`\`
`,
      },
      {
        title: "The point of no return is named",
        good: `# Gateway

## Steps

1. Clear the queue:

   \`\`\`sh {undo=none}
   rm -rf /var/lib/gateway/queue
   \`\`\`
`,
      },
    ],
  },
  code: "RB002",
  name: "no-rollback",
  group: "runbook",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const isTold = document.outline.byId("rollback").length > 0 || SAYS_HOW.test(bodyText(document));
    if (isTold) return;
    const dangers = stepList(document).flatMap(({ commands }) =>
      commands.some(({ attributes }) => findAttribute(attributes, "undo") !== undefined)
        ? []
        : commands.flatMap((command) =>
            destructiveCommands(command.script, command.language)
              .filter(
                ({ tier, range: { start, end } }) =>
                  tier === "data" && !isScratch(command.script.slice(start, end)) && !isMadeAnew(command.script, start),
              )
              .map(({ range }) => ({ command, range })),
          ),
    );
    const [first, ...others] = dangers;
    if (first === undefined) return;
    const written = shorten(first.command.script.slice(first.range.start, first.range.end));
    const more = others.length > 0 ? ` (and ${others.length} more)` : "";
    yield {
      range: scriptRange(first.command, first.range),
      message: `\`${written}\`${more} destroys data, and the runbook names no way back. Add a rollback section, or \`undo=none\` to the fence where there is none.`,
      related: others.map(({ command, range }) => ({
        range: scriptRange(command, range),
        message: "This destroys data too",
      })),
      fixes: insertSectionFix(document, "rollback"),
    };
  },
});

/** Temporary files and caches need no way back. */
function isScratch(command: string): boolean {
  return /(?:^|\s|["'])(?:\/var)?\/tmp\/|\btmp\b|\bcaches?\b|\.terraform\b|node_modules/i.test(command);
}
