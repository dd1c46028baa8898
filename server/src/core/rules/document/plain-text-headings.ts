import type { Section } from "../../model/outline.ts";
import { defineRule, type Fix } from "../rule.ts";
import { withLineBreaksOf } from "../support/line-break.ts";
import { shorten } from "../support/shorten.ts";

/** DOC010. */
export const plainTextHeadings = defineRule({
  docs: {
    what: "Reports, once a document, section names that are plain lines instead of headings, as in a text pasted from a word processor. They are taken for headings by this tool where a document has no others; the fix makes them headings for everybody.",
    why: "Markdown shows such a document as one block of text: no outline, no links to a section, and a line behind a list becomes part of the list's last item.",
    examples: [
      {
        title: "Pasted from a word processor",
        bad: "Messages delayed\nSummary\nThe broker ran out of disk.\nImpact\nWho was hurt:\n- 3 % of messages came late.\nRoot cause\nThe retention job was off.\n",
        fixed:
          "# Messages delayed\n\n## Summary\n\nThe broker ran out of disk.\n\n## Impact\n\nWho was hurt:\n- 3 % of messages came late.\n\n## Root cause\n\nThe retention job was off.\n",
      },
      {
        title: "Headings",
        good: "# Messages delayed\n\n## Summary\n\nThe broker ran out of disk.\n\n## Impact\n\n3 % of messages came late.\n",
      },
    ],
  },
  code: "DOC010",
  name: "plain-text-headings",
  group: "document",
  kinds: ["postmortem", "runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const plain = document.outline.sections.filter(({ origin }) => origin === "plain");
    const [first, ...others] = plain.filter(({ depth }) => depth > 1);
    if (first === undefined) return;
    const { text } = document.syntax;
    yield {
      range: first.heading,
      message: `${plain.length} lines are headings to a reader, but not in Markdown ("${shorten(first.title)}" is the first section). Put "#" marks in front of them.`,
      related: others.map(({ heading, title }) => ({ range: heading, message: `A heading too: ${shorten(title)}` })),
      fixes: [makeHeadings(text, plain)],
    };
  },
});

function makeHeadings(text: string, sections: readonly Section[]): Fix {
  const edits = sections.flatMap(({ heading, depth }, index) => {
    const lineStart =
      Math.max(text.lastIndexOf("\n", heading.start - 1), text.lastIndexOf("\r", heading.start - 1)) + 1;
    const before = text
      .slice(0, lineStart)
      .replace(/^\uFEFF/, "")
      .replace(/\r\n?/g, "\n");
    const after = text.slice(heading.end, heading.end + 100).replace(/\r\n?/g, "\n");
    // The heading before this one puts its own blank line behind itself.
    const isBehindHeading = text.slice(sections[index - 1]?.heading.end ?? 0, lineStart).trim() === "";
    const open = before === "" || /\n[ \t]*\n$/.test(before) || (index > 0 && isBehindHeading);
    const closed = /^[ \t]*(?:$|\n[ \t]*(?:\n|$))/.test(after);
    const start = before === "" ? heading.start : lineStart;
    return [
      {
        range: { start, end: heading.start },
        newText: withLineBreaksOf(text, `${open ? "" : "\n"}${"#".repeat(depth)} `),
      },
      ...(closed ? [] : [{ range: { start: heading.end, end: heading.end }, newText: withLineBreaksOf(text, "\n") }]),
    ];
  });
  return { title: `Make headings of ${sections.length} lines`, safety: "unsafe", edits };
}
