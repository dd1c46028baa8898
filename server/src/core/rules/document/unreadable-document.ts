import { defineRule } from "../rule.ts";

const NESTED = `# Restart the gateway\n\n${"> ".repeat(41)}Restart it.\n`;

/** DOC000. */
export const unreadableDocument = defineRule({
  docs: {
    what: "Reports a document that could not be read: a line nested deeper than 40 quotes or lists, or longer than 100,000 characters, or a text on which the Markdown parser gives up.",
    why: "Nothing else was checked in this document, which must not look like a clean result.",
    examples: [
      { title: "A chain of 41 quotes", bad: NESTED },
      { title: "One quote", good: "# Restart the gateway\n\n> Restart it.\n" },
    ],
  },
  code: "DOC000",
  name: "unreadable-document",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "stable",
  since: "0.1.0",
  severity: "error",
  fix: "none",
  check: ({ document }) => document.syntax.problems,
});
