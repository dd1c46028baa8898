import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { findPlaceholders } from "../support/placeholder.ts";
import { readProse } from "../support/prose.ts";

/** DOC011. */
export const unfilledPlaceholder = defineRule({
  docs: {
    what: "Reports text that waits to be written: `[insert date]`, `TODO`, `TBD`, `FIXME`, `XXX`, `???`, `HH:mm` in front of an event, a date such as `2022-05-??`. Code, link targets and HTML are not looked at; a `TODO` among the action items is their state. In a runbook, where `[your name]` or `HH:mm` may stand in a form for the next incident, only `TODO`, `TBD` and their like count, and the finding is an information.",
    why: "What was meant to be filled in later is found by the reader who needs it. In a published postmortem it also shows that nobody read it again.",
    examples: [
      {
        title: "The date was never filled in",
        bad: `# Messages delayed

## Summary

On [insert date] the broker ran out of disk. Duration: TBD.
`,
      },
      {
        title: "What is not known is said",
        good: `# Messages delayed

## Summary

On 2025-01-31 the broker ran out of disk. The duration is not known: the metrics of that night are lost.
`,
      },
    ],
  },
  code: "DOC011",
  name: "unfilled-placeholder",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document }) {
    const actions = document.kind === "postmortem" ? document.outline.byId("actions") : [];
    for (const prose of readProse(document.syntax, document.syntax.root.children)) {
      // A heading "TODO" is a section of open work.
      if (prose.block === "heading" && /^[#\s]*(?:TODO|TBD)S?[\s:]*$/i.test(prose.text)) continue;
      // A cell that says "TODO" and nothing else is the state of its row.
      if (prose.block === "tableCell" && /^[\s|*_]*TODO[\s|*_]*$/i.test(prose.text)) continue;
      for (const { text, range } of findPlaceholders(prose, document.kind)) {
        if (/^\[?TODO/i.test(text) && actions.some((section) => contains(section.body, range))) {
          // "TODO: …" is what our own skeleton writes; any other "TODO" among the actions is their state.
          if (!document.syntax.text.startsWith(": …", range.end)) continue;
        }
        yield {
          range,
          message: `"${text}" was never filled in. Write what belongs there, or say that it is not known.`,
          ...(document.kind === "runbook" ? { severity: "information" as const } : {}),
        };
      }
    }
  },
});
