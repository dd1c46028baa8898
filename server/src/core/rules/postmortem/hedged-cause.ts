import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { causeSentences } from "../support/cause-sentences.ts";
import { documentStatus } from "../support/document-status.ts";

/** Words that doubt what is said about the cause. "could cause" alone says what a fault can do, not that one is unsure. */
const HEDGES: readonly RegExp[] = [
  /\b(?:may|might|could)(?: well)?(?: also)? have(?: been)?\b/i,
  /\b(?:may|might|could) (?:also )?(?:be (?:due|caused|because|related|the (?:root )?(?:cause|reason))|stem)\b/i,
  /\bthere (?:may|might|could)(?: well)?(?: also)? (?:be|have been)\b/i,
  /\b(?:most |very )?(?:likely|probably|possibly|presumably|perhaps|apparently|supposedly|maybe)\b/i,
  /\b(?:seem(?:s|ed)?|appear(?:s|ed)?) (?:to (?:be|have|cause|trigger|stem|lead|result)|that|like|as if|related|likely)\b/i,
  /\b(?:we|i) (?:still )?(?:suspect|believe|think|assume|guess)(?:ed)?\b|\b(?:is|are|was) (?:suspected|believed|assumed|thought) to\b/i,
  /\b(?:is|are|was|were|remains?) (?:still |currently |as yet )?(?:unknown|unclear|uncertain|undetermined|not (?:yet |entirely |fully |completely )?(?:known|clear|understood|certain|determined))\b/i,
  /\bunknown (?:reason|cause|source|origin)\b/i,
  /\b(?:not (?:yet |entirely |completely |100 ?% )?sure|unsure|no idea)\b/i,
];
/** In a statement that is labelled as a cause of some category, each doubt is one about that cause. */
const IN_LABELLED = /\b(?:may|might)(?: well)?(?: also)? [a-z]+\b/i;
/** The sentence must speak of the cause, not of a user, a symptom or the future. */
const CAUSE =
  /\b(?:cause[ds]?|causing|because|due to|stem(?:s|med)?(?: from)?|root|trigger(?:s|ed|ing)?|reasons?|culprit|(?:as a )?result(?:s|ed|ing)? (?:of|in|from)|led to|responsible for|contribut(?:e[ds]?|ing)|origin(?:ated|s)?|source of|explain(?:s|ed)?)\b/i;
/** Doubt that is worked on, doubt about others, and doubt about what comes. */
const FINE =
  /\bhypothes[ie]s\b|\bowner\b|\bunlikely\b|\b(?:to|will) (?:verify|confirm|test|investigate|be (?:verified|confirmed|tested|investigated))\b|\b(?:was|were) (?:later |then )?(?:ruled out|disproved)\b|\bin (?:the )?future\b|\blikel(?:y|ihood) (?:of|that)\b|(?:more|less) likely\b|\b(?:at first|initially|at the time|originally)\b|\bif\b/i;

/** PM021. */
export const hedgedCause = defineRule({
  docs: {
    what: 'Reports a sentence of the cause section that doubts the cause it names: "probably caused by", "might have been due to", "there may be", "we believe"; where a statement is labelled with a category of causes, any "may" and "might". An unknown cause with a hypothesis, its owner or the next check is fine. An information; a warning when the status is final.',
    why: "A guess that is written down as a cause is quoted as one: the actions mend what was perhaps never broken. Say what is known and by which evidence, and what is a hypothesis, who tests it and how.",
    references: ["https://sre.google/workbook/postmortem-culture/"],
    examples: [
      {
        title: "Nobody checked",
        bad: `# Messages delayed on 2025-01-31

## Root cause

The delay was probably caused by the migration of the week before.
`,
      },
      {
        title: "Not known, and said so",
        good: `# Messages delayed on 2025-01-31

## Root cause

Unknown. Hypothesis: the migration switched the retention job off; @kim replays it on staging by 2025-02-07 (OPS-12).
`,
      },
    ],
  },
  code: "PM021",
  name: "hedged-cause",
  group: "postmortem",
  kinds: ["postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "information",
  fix: "none",
  *check({ document }) {
    const final = documentStatus(document) === "final";
    const labelled = document.causes.filter(({ category }) => category !== undefined);
    for (const { text, start } of causeSentences(document, ["root-cause"])) {
      if (FINE.test(text)) continue;
      const isLabelled = labelled.some(({ range }) => contains(range, { start, end: start }));
      if (!isLabelled && !CAUSE.test(text)) continue;
      const hedge = [...HEDGES, ...(isLabelled ? [IN_LABELLED] : [])]
        .map((pattern) => pattern.exec(text))
        .find((match) => match !== null);
      if (hedge === undefined || hedge === null) continue;
      const from = start + hedge.index;
      yield {
        range: { start: from, end: from + hedge[0].length },
        message: `"${hedge[0].replace(/\s+/g, " ")}" leaves the cause open. Give the evidence, or call it a hypothesis and say who tests it, how and by when.`,
        ...(final ? { severity: "warning" as const } : {}),
      };
    }
  },
});
