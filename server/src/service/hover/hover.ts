import { type Hover, MarkupKind } from "vscode-languageserver-types";
import type { AnyRule } from "../../core/rules/rule.ts";
import type { CheckedDocument } from "../checked-document.ts";
import { toLspRange } from "../positions.ts";
import { attributeHover, frontMatterHover } from "./attributes.ts";
import { fieldTimesHover, timesAt } from "./incident-times.ts";
import { ruleHover } from "./rules.ts";
import { sectionHover, titleHover } from "./sections.ts";
import { stepHover } from "./steps.ts";

/** What there is to say at a place; undefined when nothing of ours is there. The nearest construct wins. */
export function hover(checked: CheckedDocument, offset: number, rules: readonly AnyRule[]): Hover | undefined {
  const { document, lines } = checked;
  const text =
    ruleHover(checked, offset, rules) ??
    (document &&
      (frontMatterHover(document, offset) ??
        attributeHover(document, offset) ??
        stepHover(document, offset) ??
        fieldTimesHover(document, offset) ??
        sectionHover(document, offset) ??
        titleHover(document, offset)));
  if (text === undefined) return undefined;
  const times = document && timesAt(document, text.range);
  const value = times === undefined ? text.markdown : `${times}\n\n---\n\n${text.markdown}`;
  return { contents: { kind: MarkupKind.Markdown, value }, range: toLspRange(lines, text.range) };
}
