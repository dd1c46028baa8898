import { rangeOf } from "../../syntax/nodes.ts";
import { contains } from "../../syntax/range.ts";
import { defineRule, type Fix } from "../rule.ts";

/** A time of day, or one counted from the begin (`T+5`, `+10 min`), anywhere in the text; `HH:MM` waits for one. */
const TIME =
  /\d{1,2}[:h]\d{2}|\b\d{1,2}\s?[ap]\.?m\b|\bHH:MM\b|\?\?:\?\?|\bT\s?[+-]\s?\d|(?:^|[\s|(])\+\s?\d+\s?(?:s|m|h|min|hrs?|hours?|minutes?|seconds?|days?)\b|\d+\s?(?:minutes?|mins?|hours?|days?|weeks?) (?:later|after|before|earlier)|\d[時点]/i;
/** What says where the timeline is, or that there is none. */
const ELSEWHERE = /^\W*(?:none\b|n\/a\b|not (?:applicable|available|recorded)|see\b|unknown\b|t\.?b\.?[dc]\b|todo\b)/i;

/** PM010. */
export const timelineWithoutTimes = defineRule({
  docs: {
    what: "Reports a timeline with text but without a single time or date. A link or a picture that holds the timeline is fine, and so are times that are counted from the begin (`T+5 min`).",
    why: "Without times nobody can see how long it took to notice, to understand and to mend: the three numbers that an organisation learns from.",
    references: ["https://response.pagerduty.com/after/post_mortem_process/"],
    examples: [
      {
        title: "In which order, and how fast?",
        bad: `# Messages delayed on 2025-01-31

## Timeline

- First delayed message
- Queue empty
`,
        fixed: `# Messages delayed on 2025-01-31

## Timeline

- HH:MM First delayed message
- HH:MM Queue empty
`,
      },
      {
        title: "Each event has its time",
        good: `# Messages delayed on 2025-01-31

## Timeline (UTC)

- 14:02 First delayed message
- 14:47 Queue empty
`,
      },
    ],
  },
  code: "PM010",
  name: "timeline-without-times",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const { timeline, syntax } = document;
    if (timeline === undefined || timeline.events.length > 0) return;
    const { section } = timeline;
    const source = syntax.text.slice(section.body.start, section.body.end).replace(/<!--[\s\S]*?-->/g, "");
    if (!/[\p{L}\p{N}]/u.test(source) || TIME.test(source) || ELSEWHERE.test(source)) return;
    if (/!\[|<img\b|https?:\/\/|\b(?:19|20)\d{2}\b/.test(source)) return;
    if (document.links.some((link) => contains(section.body, link.range))) return;
    const items = section.ownContent.flatMap((node) => (node.type === "list" ? node.children : []));
    const edits = items.flatMap(({ children: [lead] }) => {
      if (lead?.type !== "paragraph") return [];
      const { start } = rangeOf(lead);
      return [{ range: { start, end: start }, newText: "HH:MM " }];
    });
    const fixes: Fix[] =
      edits.length === 0 ? [] : [{ title: "Put HH:MM before each event, to be filled in", safety: "unsafe", edits }];
    yield {
      range: section.heading,
      message: `"${section.title}" has no time and no date. Give each event its time and state the time zone once, or link to where they are.`,
      fixes,
    };
  },
});
