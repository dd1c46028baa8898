import type { PostmortemDocument, RunbookDocument } from "../../model/document.ts";
import type { Section } from "../../model/outline.ts";
import { rangeOf } from "../../syntax/nodes.ts";
import { defineRule } from "../rule.ts";
import { findPlaceholders } from "../support/placeholder.ts";
import { readProse } from "../support/prose.ts";
import { shorten } from "../support/shorten.ts";

/** Words that promise the text for later, in normalised form. */
const LATER =
  /^(?:to ?do|tbd|to be (?:done|determined|written|defined|added|completed|filled in)|coming soon|wip|work in progress|pending|in progress|placeholder|fill me in|fixme)$/;
/** A mark that stands for text. */
const MARK = /^(?:[-–—.…?*_/\s]+|x+)$/;
/** An answer that says nothing, where the section asks why, when or how. */
const NOTHING = /^(?:none|n\/?a|not applicable|nothing|unknown|no)$/;
const NEEDS_AN_ANSWER = new Set(["summary", "timeline", "root-cause", "restoration", "detection"]);

/** DOC005. */
export const stubSection = defineRule({
  docs: {
    what: 'Reports a section whose whole text is a stub: a dash, dots, "coming soon", "to be written"; and a bare "None" or "N/A" where a postmortem asks what happened, when, why or how. "None, because …" is an answer. `TODO` and `TBD` are found by `unfilled-placeholder`, nothing at all by `empty-section`, "None" for action items by `no-action-items`.',
    why: "The heading makes it look as if the question had been answered. A reader can't tell whether there was nothing to say or whether nobody got round to it.",
    examples: [
      {
        title: "The diagnosis was left for later",
        path: "runbooks/GatewayDown.md",
        bad: "# GatewayDown\n\n## Diagnosis\n\nComing soon.\n\n## Mitigation\n\n1. Restart the gateway.\n",
      },
      {
        title: "Nothing, and why",
        path: "runbooks/GatewayDown.md",
        good: "# GatewayDown\n\n## Diagnosis\n\nNone, because the alert has one cause only.\n\n## Mitigation\n\n1. Restart the gateway.\n",
      },
    ],
  },
  code: "DOC005",
  name: "stub-section",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document }) {
    for (const section of document.outline.sections) {
      if (section === document.outline.title || section.origin === "label") continue;
      const stub = stubOf(section, document);
      if (stub === undefined) continue;
      yield {
        range: section.heading,
        message: `The section "${shorten(section.title)}" says nothing but "${stub}". Write it, say why there is nothing to say ("None, because …"), or remove it.`,
      };
    }
  },
});

function stubOf(section: Section, document: PostmortemDocument | RunbookDocument): string | undefined {
  const blocks = section.content.filter((node) => node.type !== "thematicBreak" && node.type !== "html");
  const [only, ...more] = blocks;
  if (only === undefined || more.length > 0) return undefined;
  if (only.type !== "paragraph" && only.type !== "list") return undefined;
  const { start, end } = rangeOf(only);
  const source = document.syntax.text.slice(start, end);
  if (source.length > 60) return undefined;
  if (readProse(document.syntax, [only]).some((prose) => findPlaceholders(prose, document.kind).length > 0))
    return undefined;
  if (MARK.test(source)) return source.replace(/\s+/g, " ").trim();
  const said = source
    .toLowerCase()
    .replace(/^(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?/, "")
    .replace(/^[*_([\s]+|[*_)\].!…\s]+$/g, "");
  const isStub =
    LATER.test(said) || (document.kind === "postmortem" && NOTHING.test(said) && NEEDS_AN_ANSWER.has(section.id ?? ""));
  return isStub ? shorten(source) : undefined;
}
