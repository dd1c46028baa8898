import { phaseOf } from "../../facts/phases.ts";
import type { PostmortemDocument } from "../../model/document.ts";
import { languageOf } from "../../model/language.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Words that tell of the phase in whatever way: the rule asks only where none of them stands. */
const DETECTED =
  /\b(?:detect|alert|alarm|notic|notif|report|page[ds]?\b|paging|pager|discover|found|find|identif|aware|reali[sz]|observ|spot|saw\b|seen?\b|complain|ticket|inform|escalat|declar|learn|troubleshoot|investigat|ask(?:s|ed)\b)|検知|報告|発見|気付|気づ|アラート|通知|指摘|观察|发现|告警|报告/i;
const RESOLVED =
  /\b(?:resol|restor|recover|mitigat|fix|back\b|operational|rever|roll(?:ed|ing|s)?[- ]?back|rollback|end(?:s|ed)?\b|clos|complet|normal|up again|up and running|healthy|working|works\b|online|stabil|solv|green|success|all clear|cleared|subsid|released|re-?enabled)|復旧|解決|緩和|修正|完了|回復|恢复|解决|修复/i;

/** PM017. */
export const missingPhase = defineRule({
  docs: {
    what: "Reports a timeline of at least three times that does not tell when the incident was noticed, or when it was over: no event, no field and no section on detection or restoration has a word of it. One finding a timeline. Its words are English: of documents in other languages it says nothing.",
    why: "How long it took until somebody noticed, and until it was over, are the two durations that a postmortem is asked for. Without these two events they can't be counted.",
    examples: [
      {
        title: "Is it over?",
        bad: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

- 14:02 Delivery slows down
- 14:10 Alert fired
- 14:31 Second broker asked for
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

- 14:02 Delivery slows down
- 14:10 Alert fired
- 14:31 Resolved: Second broker asked for
`,
      },
      {
        title: "Noticed and over",
        good: `# Messages delayed on 2025-01-31

## Timeline

All times are UTC.

- 14:02 Delivery slows down
- 14:10 Alert fired
- 14:47 Queue empty, service restored
`,
      },
    ],
  },
  code: "PM017",
  name: "missing-phase",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "unsafe",
  *check({ document }) {
    const { timeline } = document;
    const timed = (timeline?.events ?? []).filter(({ minutes }) => minutes !== undefined);
    // Its words are English.
    if (timeline === undefined || timed.length < 3 || languageOf(document.syntax.text) !== "en") return;
    const said = document.syntax.text.slice(timeline.section.heading.start, timeline.section.body.end);
    const lacks = [
      ...(DETECTED.test(said) || isElsewhere(document, ["detected", "timeToDetect"], "detection")
        ? []
        : ["when somebody noticed the incident"]),
      ...(RESOLVED.test(said) || isElsewhere(document, ["resolved", "mitigated", "timeToResolve"], "restoration")
        ? []
        : ["when it was over"]),
    ];
    if (lacks.length === 0) return;
    const last = timed.at(-1);
    const tag: readonly Fix[] =
      lacks.includes("when it was over") && last !== undefined && last.form !== "heading" && !phaseOf(last.text)
        ? tagLast(document, last)
        : [];
    yield {
      range: timeline.section.heading,
      message: `The timeline does not tell ${lacks.join(", nor ")}. Add the event, or say so at the event that it is ("Resolved: …").`,
      fixes: tag,
    };
  },
});

function isElsewhere({ metadata, outline }: PostmortemDocument, keys: readonly string[], section: string): boolean {
  return metadata.some(({ key }) => keys.includes(key)) || outline.byId(section).length > 0;
}

type Event = NonNullable<PostmortemDocument["timeline"]>["events"][number];

/** Only the authors know whether the last event is the end, so it is for them to apply. */
function tagLast({ syntax: { text } }: PostmortemDocument, { range, text: said }: Event): readonly Fix[] {
  const first = said.split(" | ")[0] ?? "";
  const at = text.lastIndexOf(first, range.end);
  if (first === "" || at < range.start) return [];
  return [
    {
      title: "Call the last event the resolution",
      safety: "unsafe",
      edits: [{ range: { start: at, end: at }, newText: "Resolved: " }],
    },
  ];
}
