import * as z from "zod";
import { phaseOf } from "../../facts/phases.ts";
import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { TimelineEvent } from "../../model/timeline.ts";
import type { SectionSpec } from "../../schema/section-spec.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import { defineRule, type Fix } from "../rule.ts";
import { documentStart } from "../support/document-start.ts";
import { documentStatus } from "../support/document-status.ts";
import { insertSections } from "../support/insert-sections.ts";
import { missingSections } from "../support/missing-sections.ts";
import { readProse } from "../support/prose.ts";

/** DOC003. */
export const missingSection = defineRule({
  docs: {
    what: `Reports, once a document, the required sections that it lacks. A postmortem needs summary, impact, timeline, root cause analysis (or contributing factors), restoration and action items; an alert's runbook meaning, impact, diagnosis and mitigation; any other runbook an overview and steps. Any usual name counts, and a bold label (\`**Impact**: …\`) counts as a heading does, among the fields below the title too; an introduction counts as summary, fields do not.

A document that says in its title or first lines that it is deprecated or moved, or that only points to another page, needs none. A warning, once a document, for it names what a reader will look for in vain. An information in a draft, for a procedure that lacks only its overview, and for a postmortem that lacks only its restoration while its timeline tells of it. Options: \`require\` adds sections by id (\`detection\`, \`lessons\`, \`rollback\` …), \`ignore\` takes some out.`,
    why: "Readers look for the same questions in every document: what happened, whom it hurt, when, why, what brought service back, what will change. Three of four real postmortems leave two or three of them open, and a search over all incidents can't find what was not written.",
    references: [
      "https://sre.google/sre-book/example-postmortem/",
      "https://response.pagerduty.com/after/post_mortem_template/",
    ],
    examples: [
      {
        title: "Nobody will follow up on this one",
        bad: `# Messages delayed on 2025-01-31

## Summary

The broker ran out of disk, and messages were delayed.

## Impact

3 % of messages came up to 40 minutes late.

## Timeline

- 14:02 UTC: first delayed message
- 14:47 UTC: queue empty

## Root cause

The retention job had been off since the migration.

## Restoration

Old segments were deleted by hand.
`,
        fixed: `# Messages delayed on 2025-01-31

## Summary

The broker ran out of disk, and messages were delayed.

## Impact

3 % of messages came up to 40 minutes late.

## Timeline

- 14:02 UTC: first delayed message
- 14:47 UTC: queue empty

## Root cause

The retention job had been off since the migration.

## Restoration

Old segments were deleted by hand.

## Action items

| Action | Type | Owner | Due | Ticket |
| --- | --- | --- | --- | --- |
| TODO: … | prevent | TBD | TBD | TBD |
`,
      },
      {
        title: "Labels are sections too",
        good: `# Messages delayed on 2025-01-31

- **Summary**: the broker ran out of disk, and messages were delayed.
- **Impact**: 3 % of messages came up to 40 minutes late.
- **Timeline**: 14:02 UTC first delayed message, 14:47 UTC queue empty.
- **Root cause**: the retention job had been off since the migration.
- **Resolution**: old segments were deleted by hand.
- **Action items**: alert on disk above 80 % (@kim, OPS-12).
`,
      },
    ],
  },
  code: "DOC003",
  name: "missing-section",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "stable",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  options: z.strictObject({
    require: z.array(z.string()).default([]),
    ignore: z.array(z.string()).default([]),
  }),
  *check({ document, options }) {
    if (document.syntax.problems.length > 0) return;
    const missing = missingSections(document, options.require, options.ignore);
    if (missing.length === 0 || isRetired(document) || isPointer(document)) return;
    const names = missing.map(({ title }) => title).join(", ");
    const insertAll: Fix = {
      title: missing.length === 1 ? `Insert the section "${names}"` : `Insert the ${missing.length} missing sections`,
      safety: "unsafe",
      edits: insertSections(document, missing),
    };
    const insertOne = missing.map(
      (spec): Fix => ({
        title: `Insert the section "${spec.title}"`,
        safety: "unsafe",
        edits: insertSections(document, [spec]),
      }),
    );
    const what = document.kind === "postmortem" ? "postmortem" : `${document.profile} runbook`;
    yield {
      range: document.outline.title?.heading ?? documentStart(document.syntax.text),
      message: `This ${what} lacks ${missing.length === 1 ? "a section" : `${missing.length} sections`} that readers look for: ${names}.`,
      ...(isMinor(document, missing) ? { severity: "information" as const } : {}),
      fixes: missing.length === 1 ? [insertAll] : [insertAll, ...insertOne],
    };
  },
});

/**
 * Procedures follow no common outline: three of four have no overview, and most do without. How service came back is told
 * by the timeline of a postmortem more often than by a section of its own.
 */
function isMinor(document: PostmortemDocument | RunbookDocument, missing: readonly SectionSpec[]): boolean {
  if (documentStatus(document) === "draft") return true;
  if (document.kind === "postmortem")
    return missing.every(({ id }) => id === "restoration") && tellsRestoration(document);
  return document.profile === "procedure" && missing.every(({ id }) => id === "overview");
}

/** Whether an event of the timeline tells what was done to end the incident, or that it ended. */
function tellsRestoration({ restoration, timeline }: PostmortemDocument): boolean {
  const isEnd = ({ text }: TimelineEvent): boolean => ["mitigated", "resolved"].includes(phaseOf(text)?.phase ?? "");
  return restoration.length > 0 || (timeline?.events ?? []).some(isEnd);
}

/** A page that says no more than where to read on: "See [the other runbook](other.md)". */
function isPointer({ syntax, links }: PostmortemDocument | RunbookDocument): boolean {
  const blocks = syntax.root.children.filter(({ type }) => !["yaml", "heading", "html"].includes(type));
  const [only] = blocks;
  if (only === undefined || blocks.length > 1 || only.type !== "paragraph") return false;
  const { start, end } = rangeOf(only);
  const isShort =
    end - start < 200 && /^\s*(?:please )?(?:see|refer to|moved|read|go to|use)\b/i.test(syntax.text.slice(start, end));
  return isShort && (links.length > 0 || /\]\(/.test(syntax.text.slice(start, end)));
}

function isRetired(document: PostmortemDocument | RunbookDocument): boolean {
  const prose = readProse(document.syntax, document.syntax.root.children.slice(0, 4));
  return prose.slice(0, 2).some(({ text }) => /\b(?:deprecated|obsolete|superseded|archived|moved to)\b/i.test(text));
}
