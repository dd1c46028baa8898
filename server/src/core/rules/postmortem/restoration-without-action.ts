import { languageOf } from "../../model/language.ts";
import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { tellsWhatWasDone } from "../support/restoration-verbs.ts";
import { shorten } from "../support/shorten.ts";

/** What is no restoration of this incident: manuals, intentions, and places where it stands. */
const PREVENTION =
  /\b(?:user )?(?:guides?|faqs?|documentation|status (?:page|updates?))\b|\b(?:improv|enhanc|optimi[sz]|strengthen)\w*\b[^.]{0,60}\b(?:balanc\w*|reliability|monitoring|performance|processe?s?|resilience|communication)\b/i;
/** Phrases that fit every incident. With a number, a name in code or an address they say something all the same. */
const ANY_INCIDENT =
  /\b(?:deployment|rollout|release|application) of (?:the |a |an )?(?:necessary |required |appropriate |emergency )?(?:patch(?:es)?|fix(?:es)?|hot-?fix(?:es)?|updates?)\b|\b(?:series|number|set|variety) of (?:\w+ )?(?:actions?|measures?|steps|fixes|changes)\b|\b(?:appropriate|necessary|corrective|required|various|immediate|remedial) (?:\w+ )?(?:actions?|measures?|steps|fixes|changes)\b|\b(?:patch|fix)(?:ed|es)? (?:the |an? |any )?(?:issue|problem|bug|error)s?\b[^.]{0,20}$/i;
const ELSEWHERE = /^\W*(?:none\b|n\/a\b|see\b|t\.?b\.?[dca]\b|todo\b|ongoing\b|not (?:yet|applicable)\b|pending\b)/i;

/** PM040. */
export const restorationWithoutAction = defineRule({
  docs: {
    what: 'Reports a restoration section that does not say what was done: "The issue was resolved.", "Service is back to normal." Also one whose steps are improvements and announcements, not deeds that brought service back. Its words are English: of documents in other languages it says nothing.',
    why: "Whoever is on call when it happens again reads this section first. It has to say which command, which switch, which version brought service back.",
    references: ["https://sre.google/sre-book/example-postmortem/"],
    examples: [
      {
        title: "How?",
        bad: `# Messages delayed on 2025-01-31

## Restoration

The issue was resolved and service is back to normal.
`,
      },
      {
        title: "The deed and its time",
        good: `# Messages delayed on 2025-01-31

## Restoration

At 14:31 we deleted segments older than 7 days and restarted broker 2; the queue was empty at 14:47.
`,
      },
    ],
  },
  code: "PM040",
  name: "restoration-without-action",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    const { text } = document.syntax;
    const sections = document.outline.byId("restoration");
    const [section] = sections;
    const steps = document.restoration.filter(({ range }) => sections.some(({ body }) => contains(body, range)));
    const [first] = steps;
    // Its words are English.
    if (section === undefined || first === undefined || ELSEWHERE.test(first.text) || languageOf(text) !== "en") return;
    if (sections.some(({ content }) => content.some(({ type }) => type === "code"))) return;
    if (document.links.some(({ range }) => sections.some(({ body }) => contains(body, range)))) return;
    const isDeed = ({ range }: (typeof steps)[number]): boolean => {
      const source = text.slice(range.start, range.end);
      return (
        tellsWhatWasDone(source) &&
        (/\d|`|https?:/.test(source) || !(PREVENTION.test(source) || ANY_INCIDENT.test(source)))
      );
    };
    // Deeds may stand in sub-headings, and in the timeline where the section only points at it.
    if (steps.some(isDeed) || sections.some(({ children }) => children.some(({ title }) => tellsWhatWasDone(title))))
      return;
    yield {
      range: section.heading,
      message: `"${section.title}" does not say what was done (it begins "${shorten(first.text)}"). Name the deed that brought service back, its time, and what showed that it worked.`,
    };
  },
});
