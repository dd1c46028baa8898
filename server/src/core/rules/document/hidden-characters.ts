import { contains } from "../../syntax/range.ts";
import { defineRule } from "../rule.ts";
import { findHiddenCharacters } from "../support/hidden-characters.ts";
import { isShell } from "../support/shell-blocks.ts";

/** How many further places a finding lists. */
const MOST_RELATED = 20;

/** DOC027. */
export const hiddenCharacters = defineRule({
  docs: {
    what: "Reports, once a document, characters that nobody sees: zero-width spaces and joiners, marks and overrides of the writing direction, soft hyphens, a byte order mark inside of the text. What an emoji or a script needs is left alone, and so is a byte order mark at the start. Shell scripts are the business of `smart-punctuation`. The fix deletes them.",
    why: "A name with a zero-width space in it is found by no search and works in no command, and an override of the direction shows a reader another text than the one that runs.",
    references: ["https://trojansource.codes/"],
    examples: [
      {
        title: "A name that came out of a chat",
        bad: "# Gateway down\n\n1. Open `gate\u200Bway` in the console.\n",
        fixed: "# Gateway down\n\n1. Open `gateway` in the console.\n",
      },
      { title: "Emoji are made of joiners", good: "# Gateway down 👩\u200D💻\n\n1. Open `gateway` in the console.\n" },
    ],
  },
  code: "DOC027",
  name: "hidden-characters",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "safe",
  *check({ document }) {
    const scripts = document.codeBlocks.filter(({ language }) => isShell(language)).map(({ range }) => range);
    const found = findHiddenCharacters(document.syntax.text).filter(
      (one) => !scripts.some((script) => contains(script, one)),
    );
    const [first, ...others] = found;
    if (first === undefined) return;
    const count =
      others.length === 0 ? "" : ` So do ${others.length} more in this document.`.replace("do 1 more", "does 1 more");
    yield {
      range: { start: first.start, end: first.end },
      message: `A ${first.label} stands here, which nobody sees.${count} Delete it.`,
      related: others
        .slice(0, MOST_RELATED)
        .map(({ start, end, label }) => ({ range: { start, end }, message: label })),
      fixes: [
        {
          title: found.length === 1 ? "Delete the hidden character" : `Delete ${found.length} hidden characters`,
          safety: "safe",
          edits: found.map(({ start, end }) => ({ range: { start, end }, newText: "" })),
        },
      ],
    };
  },
});
