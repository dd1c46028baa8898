import type { Problem } from "../rule.ts";
import { defineRule } from "../rule.ts";
import { headingAnchors } from "../support/heading-anchors.ts";

/** Targets that were to be filled in. A bare `#` is one; `#top` is not. */
const PLACEHOLDER =
  /^(?:#?|\.\.\.|…|#?(?:todo|tbd|tbc|fixme|xxx+)(?:[-_ ].*)?|url|link|href|link[-_ ]?here|(?:add|insert)[-_ ](?:a[-_ ])?(?:link|url).*|(?:url|link)[-_ ]?(?:to|goes|of)[-_ ].*|(?:https?:\/\/)(?:\.\.\.|…|todo|tbd|xxx+|url|link|example)?\/?)$/i;

/** DOC014. */
export const placeholderLink = defineRule({
  docs: {
    what: "Reports links without a target (`[dashboard]()`, `[dashboard](#)`) and such whose target was to be filled in: `url`, `link`, `#TODO-link-to-the-dashboard`, `https://...`. The same target is reported once a document.",
    why: "The link looks as if it led somewhere. Who needs it clicks in vain, mostly when time is short.",
    examples: [
      {
        title: "Never filled in",
        bad: "# Gateway down\n\n1. Look at the [dashboard](#TODO-link-to-dashboard).\n2. Restart the gateway as [described]().\n",
      },
      {
        title: "A target",
        good: "# Gateway down\n\n1. Look at the [dashboard](https://grafana.example.com/d/gateway).\n",
      },
    ],
  },
  code: "DOC014",
  name: "placeholder-link",
  group: "document",
  kinds: ["runbook", "postmortem"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "none",
  *check({ document }) {
    // A heading "TODO" may well be led to.
    const anchors = headingAnchors(document);
    const found = new Map<string, { problem: Problem; related: { range: Problem["range"]; message: string }[] }>();
    for (const { url, urlRange, range } of document.links) {
      const target = decode(url).trim();
      if (!PLACEHOLDER.test(target) || anchors.has(url.slice(1))) continue;
      const source = document.syntax.text.slice(range.start, range.end);
      // A reference definition or an image of a form: `[link-14]:`, `![]()` come as links without a text.
      if (target === "" && !/\]\(\s*(?:<>)?\s*\)$/.test(source)) continue;
      const same = found.get(target.toLowerCase());
      if (same !== undefined) {
        same.related.push({ range: urlRange, message: "The same target" });
        continue;
      }
      const message =
        target === "" || target === "#"
          ? "The link has no target. Write the address, or leave the text alone."
          : `The link's target "${target}" was never filled in. Write the address, or leave the text alone.`;
      found.set(target.toLowerCase(), { problem: { range: urlRange, message }, related: [] });
    }
    for (const { problem, related } of found.values()) {
      yield related.length === 0
        ? problem
        : {
            ...problem,
            message: `${problem.message} So have ${related.length} more.`.replace("So have 1 more", "So has 1 more"),
            related,
          };
    }
  },
});

function decode(url: string): string {
  return url.replace(/%20|\+/g, " ");
}
